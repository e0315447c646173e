import { EXIT } from '../../../exit-codes.ts';
import { textFlags } from '../../../flags/read-flags.ts';
import type { GatewayRun } from '../../../gateway/at-either.ts';
import { askRecall } from '../../../gateway/ask-recall.ts';
import { openGateway, readRecall } from '../../../gateway/client/open-gateway.ts';
import { SettingsError } from '../../../errors/settings-error.ts';
import { summaryOf } from '../../../gateway/words/recall-of-answer.ts';
import { formatPlural } from '../../../terminal/numbers.ts';
import { confirmForget } from './confirm.ts';

/** `unpush recalls forget --gateway`: of a list that is not complete it drops all that came of it. */
export const run: GatewayRun = async ({ terminal, args, flags }, place) => {
  await using gateway = await openGateway(place, terminal);
  const [id = ''] = args;
  const answer = await readRecall(gateway, id);
  const { state, targets, forgotten } = answer;
  if (state === 'running' || state === 'waiting') {
    throw new SettingsError(
      `recall ${id} is under way at the gateway: nothing was deleted; stop it first (${gateway.commands.stop(id)}), or wait for its end`,
    );
  }
  const isUpload = state === 'uploading';
  if (!forgotten && !isUpload) {
    await confirmForget(summaryOf(answer), { confirm: textFlags(flags, ['confirm']).confirm, terminal });
  }
  const { api, app } = gateway;
  const done = await askRecall(
    () => api.DELETE('/v1/apps/{app}/recalls/{id}', { params: { path: { app, id } } }),
    { gateway, recallId: id, terminal },
  );
  if (done === undefined) return EXIT.stopped;
  const left = state === 'stopped' || state === 'paused' ? targets.notAttempted : 0;
  terminal.stderr.write(
    isUpload
      ? `Recall ${id} is dropped: what came of its list is deleted, and nothing was sent to the vendor.\n`
      : `Recall ${id} is forgotten: the targets that the gateway kept are deleted, its record and evidence are still there.\n${
          left > 0 ? `It was not finished: ${formatPlural(left, 'target')} cannot be gone on with.\n` : ''
        }`,
  );
  return EXIT.ok;
};
