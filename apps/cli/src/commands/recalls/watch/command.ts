import type { RunnableCommand } from '../../../command.ts';
import { atGateway } from '../../../gateway/at-either.ts';
import { addGatewayRecall } from '../recall-argument.ts';

/** `unpush recalls watch`. */
export const watch: RunnableCommand = {
  name: 'watch',
  describe: (command) =>
    addGatewayRecall(command.description('Watch a recall at a gateway until it has ended.'))
      .option('--json', 'print one JSON object at the end')
      .option('--report <FILE>', 'then write a line (NDJSON) for each target that is not accepted')
      .option('--report-all', 'with --report: a line for each target')
      .option('--evidence <FILE>', 'then write the evidence')
      .option('--sign-key <PEM>', 'with --evidence: an Ed25519 private key to sign it with')
      .addHelpText('after', '\nCtrl-C ends the watching, and leaves the recall running.'),
  load: atGateway(() => import('./at-gateway.ts')),
};
