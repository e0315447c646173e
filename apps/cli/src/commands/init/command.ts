import type { CommandDefinition } from '../../command.ts';
import { FIELD_NAMES, SETTINGS, VENDOR_NAMES } from '../../settings/words.ts';

/** `unpush init`: writes a profile into the configuration file. */
export const init: CommandDefinition = {
  name: 'init',
  describe(command) {
    command
      .description('Write unpush.config.json, or add an app to it, so that --app NAME says it all.')
      .option('--app <NAME>', 'what to call the profile')
      .option('--config <FILE>', 'the configuration file, if not ./unpush.config.json [UNPUSH_CONFIG]');
    for (const name of FIELD_NAMES) {
      // Without the variables: what happens to be set today is not what a profile should say tomorrow
      const { flag, argument, about } = SETTINGS[name];
      const option = command.createOption(`${flag} <${argument}>`, about);
      command.addOption(name === 'vendor' ? option.choices(VENDOR_NAMES) : option);
    }
    return command
      .option('--default', 'use this profile when none is named')
      .option('--force', 'replace a profile of the same name without asking')
      .option('--no-input', 'never ask; take everything from the flags')
      .addHelpText(
        'after',
        `
What the flags do not say is asked for. Secrets have no place in the file: it holds paths and names only.

Examples:
  unpush init
  unpush init --no-input --app shop --client-id 104012345 --service-account keys/shop.json --quota 6000
  unpush init --no-input --app bank --vendor mpaas --app-id ONEX570DA89211721 --workspace-id default \\
    --access-key-file keys/bank.json`,
      );
  },
  load: () => import('./run.ts'),
};
