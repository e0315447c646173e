import type { TextLines } from '@unpush/recall';
import { noAnswer } from '../client/open-client.ts';
import type { Gateway } from '../client/open-gateway.ts';
import { GatewayError } from '../gateway-error.ts';

type Stream = ReadableStream<Uint8Array> | null | undefined;

/** A report or evidence as it comes, line by line. Throws {@link GatewayError} where it breaks off. */
export async function* answerLines(
  stream: Stream,
  { host }: Pick<Gateway, 'host'>,
): AsyncGenerator<TextLines> {
  let rest = '';
  try {
    for await (const text of stream?.pipeThrough(new TextDecoderStream()) ?? []) {
      const at = text.lastIndexOf('\n') + 1;
      if (at === 0) {
        rest += text;
        continue;
      }
      const lines = rest + text.slice(0, at);
      rest = text.slice(at);
      yield { text: lines, count: countOf(lines) };
    }
  } catch (error) {
    throw noAnswer(error, host);
  }
  if (rest !== '') {
    throw new GatewayError(`the gateway ${host} broke off in the middle of a line: ask for it again`);
  }
}

function countOf(lines: string): number {
  let count = 0;
  for (let at = lines.indexOf('\n'); at !== -1; at = lines.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** The report of a recall. */
export async function reportOf(
  gateway: Gateway,
  { id, all, signal }: { readonly id: string; readonly all: boolean; readonly signal: AbortSignal },
): Promise<AsyncGenerator<TextLines>> {
  const { data } = await gateway.api.GET('/v1/apps/{app}/recalls/{id}/report', {
    params: { path: { app: gateway.app, id }, query: all ? { all } : {} },
    parseAs: 'stream',
    signal,
  });
  return answerLines(data, gateway);
}

/** The evidence of a recall, as the gateway has it. */
export async function evidenceOf(
  gateway: Gateway,
  { id, signal }: { readonly id: string; readonly signal: AbortSignal },
): Promise<AsyncGenerator<TextLines>> {
  const { data } = await gateway.api.GET('/v1/apps/{app}/recalls/{id}/evidence', {
    params: { path: { app: gateway.app, id } },
    parseAs: 'stream',
    signal,
  });
  return answerLines(data, gateway);
}

/** The same, one line at a time and without line feeds, as what signs it wants it. */
export async function* singly(lines: AsyncIterable<TextLines>): AsyncGenerator<string> {
  for await (const { text } of lines) yield* text.slice(0, -1).split('\n');
}
