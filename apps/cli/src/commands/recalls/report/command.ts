import type { RunnableCommand } from '../../../command.ts';
import { atEither } from '../../../gateway/at-either.ts';
import { addRecall } from '../recall-argument.ts';

/** `unpush recalls report`. */
export const report: RunnableCommand = {
  name: 'report',
  describe: (command) =>
    addRecall(
      command
        .description('Write the report of a recall: a line (NDJSON) for each target that is not accepted.')
        .option('--all', 'a line for each target')
        .option('--report <FILE>', 'where to; without it, standard output'),
    ),
  load: atEither({ here: () => import('./run.ts'), there: () => import('./at-gateway.ts') }),
};
