import { EXIT } from '../../../exit-codes.ts';
import { textFlags } from '../../../flags/read-flags.ts';
import type { GatewayRun } from '../../../gateway/at-either.ts';
import { changeRecall } from '../../../gateway/change-recall.ts';
import { openGateway } from '../../../gateway/client/open-gateway.ts';

/** `unpush recalls stop`. */
export const run: GatewayRun = async ({ terminal, args, flags }, place) => {
  await using gateway = await openGateway(place, terminal);
  const { commands, app, api } = gateway;
  const [id = ''] = args;
  const params = { path: { app, id } };
  const body = textFlags(flags, ['reason']);
  const answer = await changeRecall(() => api.POST('/v1/apps/{app}/recalls/{id}/stop', { params, body }), {
    gateway,
    recallId: id,
    terminal,
  });
  if (answer === undefined) return EXIT.stopped;
  const { recallId, state } = answer;
  if (flags['json'] === true) terminal.stdout.write(`${JSON.stringify(answer)}\n`);
  terminal.stderr.write(
    state === 'finished'
      ? `Recall ${recallId} had finished already.\n`
      : `Recall ${recallId} stops after the requests under way.\nGo on later with: ${commands.resume(recallId)}\n`,
  );
  return EXIT.ok;
};
