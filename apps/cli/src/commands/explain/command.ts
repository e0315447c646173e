import type { CommandDefinition } from '../../command.ts';
import { LANGUAGE_NAMES, VENDOR_NAMES } from '../../settings/words.ts';

/** `unpush explain`: what a code means, offline. */
export const explain: CommandDefinition = {
  name: 'explain',
  describe: (command) =>
    command
      .description("Say what a vendor's code means, what leads to it and what to do. Works offline.")
      .argument('[codes...]', 'codes, names or HTTP statuses; without any, the list of all')
      .addOption(
        command.createOption('--vendor <NAME>', 'only the meaning at this vendor').choices(VENDOR_NAMES),
      )
      .addOption(
        command
          .createOption('--lang <LANGUAGE>', "the texts' language; else by the locale [UNPUSH_LANG]")
          .choices(LANGUAGE_NAMES),
      )
      .option('--json', 'print a JSON array')
      .addHelpText(
        'after',
        `
Examples:
  unpush explain 80300028
  unpush explain -1 SIGNATURE_MISMATCH 3007 --vendor mpaas
  unpush explain 503 --lang zh-cn

Exit: 0, or 2 if a code is in no catalog.`,
      ),
  load: () => import('./run.ts'),
};
