import type { RunnableCommand } from '../../../command.ts';
import { atGateway } from '../../../gateway/at-either.ts';
import { addGatewayRecall } from '../recall-argument.ts';

/** `unpush recalls stop`. */
export const stop: RunnableCommand = {
  name: 'stop',
  describe: (command) =>
    addGatewayRecall(
      command.description('Stop a recall at a gateway, between two requests. It can be resumed.'),
    )
      .option('--reason <TEXT>', 'why, for its record')
      .option('--json', 'print a JSON object'),
  load: atGateway(() => import('./at-gateway.ts')),
};
