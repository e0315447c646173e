import type { CommandDefinition } from '../../command.ts';
import { addProfile, addSettings } from '../../settings/connection-options.ts';

/** `unpush init`: writes a profile into the configuration file. */
export const init: CommandDefinition = {
  name: 'init',
  describe: (command) =>
    addSettings(
      addProfile(
        command.description('Write unpush.config.json, or add an app to it, so that --app NAME says it all.'),
      ),
      [
        'vendor',
        'clientId',
        'serviceAccount',
        'serviceAccountVariable',
        'endpoint',
        'ca',
        'proxy',
        'quota',
        'concurrency',
        'batchSize',
        'canary',
        'timeout',
      ],
    )
      .option('--default', 'use this profile when none is named')
      .option('--force', 'replace a profile of the same name without asking')
      .option('--no-input', 'never ask; take everything from the flags')
      .addHelpText(
        'after',
        `
What the flags do not say is asked for. Secrets have no place in the file: it holds paths and names only.

Examples:
  unpush init
  unpush init --no-input --app shop --client-id 104012345 --service-account keys/shop.json --quota 6000`,
      ),
  load: () => import('./run.ts'),
};
