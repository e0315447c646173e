import { EXIT } from '../../../exit-codes.ts';
import { textFlags } from '../../../flags/read-flags.ts';
import type { GatewayRun } from '../../../gateway/at-either.ts';
import { askRecall } from '../../../gateway/ask-recall.ts';
import { openGateway, recallIn } from '../../../gateway/client/open-gateway.ts';
import { refuseUpload } from '../../../gateway/refuse-upload.ts';

/** `unpush recalls stop`. */
export const run: GatewayRun = async ({ terminal, args, flags }, place) => {
  await using gateway = await openGateway(place, terminal);
  const { commands, app, api } = gateway;
  const [id = ''] = args;
  const params = { path: { app, id } };
  const body = textFlags(flags, ['reason']);
  const answer = await askRecall(
    async () =>
      recallIn(
        await api
          .POST('/v1/apps/{app}/recalls/{id}/stop', { params, body })
          .catch((error: unknown) => refuseUpload(error, { gateway, recallId: id })),
        gateway,
      ),
    { gateway, recallId: id, terminal },
  );
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
