import type { RunnableCommand } from '../../../command.ts';
import { atEither } from '../../../gateway/at-either.ts';
import { addRecall } from '../recall-argument.ts';

/** `unpush recalls evidence`. */
export const evidence: RunnableCommand = {
  name: 'evidence',
  describe: (command) =>
    addRecall(
      command.description(
        'Write the evidence of a recall: a hash-chained record that `unpush verify` checks.',
      ),
    )
      .argument('[file]', 'where to; without it, standard output')
      .option(
        '--with-key <FILE>',
        'write the evidence key as well: who holds it can look for a target in the evidence',
      )
      .option('--sign-key <PEM>', 'an Ed25519 private key to sign it with'),
  load: atEither({ here: () => import('./run.ts'), there: () => import('./at-gateway.ts') }),
};
