import type { RunnableCommand } from '../../../command.ts';
import { atEither } from '../../../gateway/at-either.ts';
import { addRecall } from '../recall-argument.ts';

/** `unpush recalls show`. */
export const show: RunnableCommand = {
  name: 'show',
  describe: (command) =>
    addRecall(
      command
        .description('Show how a recall stands, also while it is under way.')
        .option('--json', 'print a JSON object'),
    ),
  load: atEither({ here: () => import('./run.ts'), there: () => import('./at-gateway.ts') }),
};
