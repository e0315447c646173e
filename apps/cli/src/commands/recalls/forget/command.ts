import type { RunnableCommand } from '../../../command.ts';
import { atEither } from '../../../gateway/at-either.ts';
import { addRecall } from '../recall-argument.ts';

/** `unpush recalls forget`. */
export const forget: RunnableCommand = {
  name: 'forget',
  describe: (command) =>
    addRecall(
      command
        .description('Delete the targets of a recall that unpush keeps. Its record and evidence stay.')
        .option('--confirm <ID>', 'the id once more, instead of typing it when asked: where targets are left')
        .addHelpText(
          'after',
          '\nIt cannot be resumed or reported after that. The list itself is yours, and stays.',
        ),
    ),
  load: atEither({ here: () => import('./run.ts'), there: () => import('./at-gateway.ts') }),
};
