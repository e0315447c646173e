import type { CommandDefinition } from '../../command.ts';
import { addConnection } from '../../settings/connection-options.ts';

/** `unpush doctor`: whether a recall would get through, before one is needed. */
export const doctor: CommandDefinition = {
  name: 'doctor',
  describe: (command) =>
    addConnection(
      command.description(
        'Check all that a recall stands on: settings, key, clock, network, TLS, signature.',
      ),
    )
      .option('--probe', 'also send one revoke that can touch nobody, to try the credentials end to end')
      .option('--json', 'print one JSON object')
      .addHelpText(
        'after',
        `
Examples:
  unpush doctor --app shop
  unpush doctor --app shop --probe
  unpush doctor --vendor mpaas --app-id ONEX570DA89211721 --workspace-id default --access-key-file ak.json

Exit: 0, with or without warnings; 2 if something fails.`,
      ),
  load: () => import('./run.ts'),
};
