import type { RunnableCommand } from '../../../command.ts';
import { atEither } from '../../../gateway/at-either.ts';
import { addAllowedEndpoints, addSettings } from '../../../settings/connection-options.ts';
import { vendorSettings } from '../../../settings/words.ts';
import { addRecall } from '../recall-argument.ts';

/** `unpush recalls resume`. */
export const resume: RunnableCommand = {
  name: 'resume',
  describe: (command) =>
    addAllowedEndpoints(
      addSettings(
        addRecall(
          command
            .description(
              'Go on with a recall that was stopped, interrupted or killed: what was confirmed goes on.',
            )
            .option('--retry-unknown', 'try again what was sent and got no usable answer'),
        ),
        [...vendorSettings('credential'), 'timeout', 'quota', 'concurrency', 'batchSize', 'canary'],
      ),
    )
      .option(
        '--give-up-after <TIME>',
        'pause after so long under flow control without progress: 90s, 30m, 2h',
      )
      .option('--keep-going', 'go on though batch after batch, or all of the first targets, are refused')
      .option('--dry-run', 'send nothing; print what is left')
      .option('--reason <TEXT>', 'at a gateway: why, for its record')
      .option('--again', 'at a gateway: begin it though another recall of the same notification came first')
      .option('--no-watch', 'at a gateway: do not wait for its end')
      .option('--json', 'print one JSON object at the end')
      .option(
        '--report <FILE>',
        'write a line (NDJSON) for each target of the whole recall that is not accepted',
      )
      .option('--report-all', 'with a report: a line for each target')
      .option('--evidence <FILE>', 'write the evidence of the whole recall')
      .option('--sign-key <PEM>', 'with evidence: an Ed25519 private key to sign it with')
      .addHelpText(
        'after',
        `
It needs nothing but the id: all else is as the recall was begun, and a flag given here counts from now on. At a
gateway credential and pace are the gateway's own, and Ctrl-C only ends the watching.`,
      ),
  load: atEither({ here: () => import('./run.ts'), there: () => import('./at-gateway.ts') }),
};
