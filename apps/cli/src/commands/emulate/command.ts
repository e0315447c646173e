import type { CommandDefinition } from '../../command.ts';
import { addVendorFlags } from '../../settings/connection-options.ts';
import { VENDOR_NAMES } from '../../settings/words.ts';
import { DEFAULT_VENDOR } from '../../settings/defaults.ts';
import { DOORS } from '../../vendors/doors.ts';

/** `unpush emulate`: a vendor on this machine, to try things on. */
export const emulate: CommandDefinition = {
  name: 'emulate',
  describe: (command) =>
    addVendorFlags(
      command
        .description(
          'Stand in for a push service on this machine: an app, its phones, and a notification on them.',
        )
        .addOption(
          command
            .createOption('--vendor <NAME>', 'which one: Huawei Push Kit, or Alibaba Cloud mPaaS')
            .choices(VENDOR_NAMES)
            .default(DEFAULT_VENDOR),
        )
        .option('--port <N>', 'the port to listen on, 0 for any free one', '0')
        .option(
          '--host <H>',
          'the address to listen on; others than loopback let your network in',
          '127.0.0.1',
        )
        .option('--tls', 'speak https, under a certificate of its own')
        .option('--devices <N>', 'how many phones each app has', '1000'),
      Object.values(DOORS).flatMap(({ emulatorFlags }) => emulatorFlags),
    )
      .option('--quota <TARGETS_PER_S>', 'refuse more targets per second than this')
      .option(
        '--directory <DIR>',
        'where to put key files and token lists; else a new one, removed at the end',
      )
      .option('--json', 'print one JSON object once it is ready')
      .addHelpText(
        'after',
        `
It runs until Ctrl-C. Open its address in a browser for the control API: faults, quotas, trays, requests.

Examples:
  unpush emulate --tls --devices 1000000 --quota 6000
  unpush emulate --vendor mpaas --devices 5000 --quota 200
  unpush emulate --port 8080 --directory ./emulator`,
      ),
  load: () => import('./run.ts'),
};
