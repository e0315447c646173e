import { resolve } from 'node:path';
import { evidenceLines } from '@unpush/recall/node';
import type { TextLines } from '@unpush/recall';
import { EXIT } from '../../../exit-codes.ts';
import { textFlags } from '../../../flags/read-flags.ts';
import type { GatewayRun } from '../../../gateway/at-either.ts';
import { openGateway } from '../../../gateway/client/open-gateway.ts';
import { GatewayError } from '../../../gateway/gateway-error.ts';
import { evidenceOf, singly } from '../../../gateway/outputs/answer-lines.ts';
import { printLines } from '../../../output/lines.ts';
import { writeOutput } from '../../../output/write-output.ts';
import { heedInterrupt } from '../../../session/heed-interrupt.ts';
import { loadSignKey } from '../../../session/load-sign-key.ts';
import { formatPlural } from '../../../terminal/numbers.ts';
import { evidencePlaces } from './places.ts';

/** `unpush recalls evidence --gateway`. */
export const run: GatewayRun = (invocation, place) => {
  const { terminal, args, flags } = invocation;
  return heedInterrupt(terminal, {
    stopped: 'Stopped: what was not written by then is not there.',
    work: async ({ signal, onRead }) => {
      const [id = ''] = args;
      const { signKey } = textFlags(flags, ['signKey']);
      const key = signKey === undefined ? undefined : await loadSignKey(resolve(terminal.cwd, signKey));
      const places = await evidencePlaces(invocation);
      await using gateway = await openGateway(place, terminal);
      const lines = evidenceLines(singly(await evidenceOf(gateway, { id, signal })), key);
      if (places.evidence === undefined) {
        await printLines(terminal.stdout, lines);
      } else {
        onRead();
        const written = await writeOutput(places.evidence, lines, signal);
        terminal.stderr.write(`${places.evidence.path}: ${formatPlural(written.lines, 'line')}\n`);
      }
      if (places.key !== undefined) {
        const { data } = await gateway.api.GET('/v1/apps/{app}/recalls/{id}/evidence-key', {
          params: { path: { app: gateway.app, id } },
          parseAs: 'text',
          signal,
        });
        await writeOutput(places.key, keyLine(data, gateway.host), signal);
        terminal.stderr.write(`${places.key.path}: the evidence key; keep it apart from the evidence\n`);
      }
      return EXIT.ok;
    },
  });
};

// eslint-disable-next-line @typescript-eslint/require-await -- the writer takes lines as they come
async function* keyLine(text: string | undefined, host: string): AsyncGenerator<TextLines> {
  if (text === undefined || text === '') throw new GatewayError(`the gateway ${host} gave no evidence key`);
  yield { text, count: 1 };
}
