import type { RunnableCommand } from '../../../command.ts';
import { atEither } from '../../../gateway/at-either.ts';
import { addLedger } from '../recall-argument.ts';

/** `unpush recalls list`. */
export const list: RunnableCommand = {
  name: 'list',
  describe: (command) =>
    addLedger(
      command
        .description('List all recalls, the newest first.')
        .option('--limit <NUMBER>', 'so many at the most')
        .option('--json', 'print a JSON array'),
    ),
  load: atEither({ here: () => import('./run.ts'), there: () => import('./at-gateway.ts') }),
};
