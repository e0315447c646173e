import { SettingsError } from '../../../errors/settings-error.ts';
import { EXIT } from '../../../exit-codes.ts';
import { textFlags, type Flags } from '../../../flags/read-flags.ts';
import type { GatewayRun } from '../../../gateway/at-either.ts';
import { changeRecall } from '../../../gateway/change-recall.ts';
import { openGateway } from '../../../gateway/client/open-gateway.ts';
import { watchToEnd } from '../../../gateway/watch/watch-to-end.ts';
import { exitCodeSoFar } from '../../../gateway/words/recall-of-answer.ts';
import { tellAnswer } from '../../../gateway/words/tell-answer.ts';
import { checkOutputs, outputsOf, readOutputFlags } from '../../../output/output-flags.ts';
import { SETTINGS, vendorSettings } from '../../../settings/words.ts';

/** `unpush recalls resume --gateway`. */
export const run: GatewayRun = async ({ terminal, args, flags }, place) => {
  refuseOwn(flags);
  const outputs = outputsOf(readOutputFlags(flags), { cwd: terminal.cwd });
  await checkOutputs(outputs, { nothingSent: false });
  await using gateway = await openGateway(place, terminal);
  const { reason } = textFlags(flags, ['reason']);
  const [id = ''] = args;
  const { api, app } = gateway;
  const params = { path: { app, id } };
  const body = {
    ...(reason !== undefined && { reason }),
    ...(flags['retryUnknown'] === true && { retryUnknown: true }),
    ...(flags['again'] === true && { again: true }),
  };
  const first = await changeRecall(() => api.POST('/v1/apps/{app}/recalls/{id}/resume', { params, body }), {
    gateway,
    recallId: id,
    terminal,
  });
  if (first === undefined) return EXIT.stopped;
  const json = flags['json'] === true;
  if (flags['watch'] === false) {
    await tellAnswer({ answer: first, gateway, json }, terminal);
    return exitCodeSoFar(first);
  }
  const leave = new AbortController();
  const endInterrupt = terminal.onInterrupt(() => leave.abort(new Error('interrupted')));
  try {
    return await watchToEnd({ gateway, first, outputs, json, signal: leave.signal }, { terminal });
  } finally {
    endInterrupt();
  }
};

const OWN: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [...vendorSettings('credential'), 'timeout', 'quota', 'concurrency', 'batchSize', 'canary'].flatMap(
      (name) => Object.entries(SETTINGS).flatMap(([key, { flag }]) => (key === name ? [[name, flag]] : [])),
    ),
  ),
  giveUpAfter: '--give-up-after',
  keepGoing: '--keep-going',
  dryRun: '--dry-run',
  allowEndpoint: '--allow-endpoint',
};

/** What a gateway has by itself cannot be changed from here. */
function refuseOwn(flags: Flags): void {
  const given = Object.keys(OWN).find((name) => flags[name] !== undefined);
  if (given === undefined) return;
  throw new SettingsError(
    `${OWN[given] ?? given} does not go with --gateway, which goes on as the recall was begun there: nothing was asked of it; leave it out`,
  );
}
