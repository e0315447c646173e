import type { GatewayRun } from '../../../gateway/at-either.ts';
import { openGateway, readRecall } from '../../../gateway/client/open-gateway.ts';
import { uploadWords } from '../../../gateway/words/upload-words.ts';
import { watchToEnd } from '../../../gateway/watch/watch-to-end.ts';
import { checkOutputs, outputsOf, readOutputFlags } from '../../../output/output-flags.ts';

/** `unpush recalls watch`. */
export const run: GatewayRun = async ({ terminal, args, flags }, place) => {
  const outputs = outputsOf(readOutputFlags(flags), { cwd: terminal.cwd });
  await checkOutputs(outputs, { nothingSent: false });
  await using gateway = await openGateway(place, terminal);
  const first = await readRecall(gateway, args[0] ?? '');
  if (first.state === 'uploading') {
    terminal.stderr.write(
      `The list of recall ${first.recallId} is not complete at the gateway, so nothing is sent yet; ${uploadWords(first.recallId, gateway.commands)}\nWaiting for the rest of it…\n`,
    );
  }
  const leave = new AbortController();
  const endInterrupt = terminal.onInterrupt(() => leave.abort(new Error('interrupted')));
  try {
    const json = flags['json'] === true;
    return await watchToEnd({ gateway, first, outputs, json, signal: leave.signal }, { terminal });
  } finally {
    endInterrupt();
  }
};
