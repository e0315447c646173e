import { EventSourceParserStream } from 'eventsource-parser/stream';
import type { RecallAnswer } from '../client/api.ts';
import { noAnswer } from '../client/open-client.ts';
import { isRecall, type Gateway } from '../client/open-gateway.ts';
import { GatewayError } from '../gateway-error.ts';
import { createPatience, type Perseverance } from '../persevere.ts';

/** A recall that is watched. */
export interface Watching {
  readonly recallId: string;
  readonly perseverance: Perseverance;
  /** After so long without a word the connection is taken for dead, in milliseconds; it says something every 15 s. */
  readonly silenceMs?: number;
}

const SILENCE_MS = 45_000;

const ENDS: ReadonlySet<string> = new Set([
  'finished',
  'stopped',
  'paused',
] satisfies RecallAnswer['state'][]);

/**
 * How a recall stands, again and again, up to its end. A stream that breaks is opened again, and so is one that says that
 * it ends where the recall has not. Throws {@link GatewayError} where the recall is no longer there.
 */
export async function* watchRecall(gateway: Gateway, watching: Watching): AsyncGenerator<RecallAnswer> {
  const patience = createPatience(watching.perseverance);
  for (;;) {
    try {
      for await (const { event, answer } of eventsOf(gateway, watching)) {
        if (event === 'recall') patience.reset();
        yield answer;
        if (event === 'end' && ENDS.has(answer.state)) return;
      }
      throw broken(gateway, new Error('the stream ended before the recall did'));
    } catch (error) {
      await patience.wait(error);
    }
  }
}

interface RecallEvent {
  readonly event: 'recall' | 'end';
  readonly answer: RecallAnswer;
}

async function* eventsOf(
  gateway: Gateway,
  { recallId, perseverance, silenceMs = SILENCE_MS }: Watching,
): AsyncGenerator<RecallEvent> {
  const silence = new AbortController();
  const listen = (): NodeJS.Timeout => setTimeout(() => silence.abort(new Error('no word came')), silenceMs);
  let timer = listen();
  const heard = (): void => {
    clearTimeout(timer);
    timer = listen();
  };
  const signal = AbortSignal.any([perseverance.signal, silence.signal]);
  try {
    const { data } = await gateway.api.GET('/v1/apps/{app}/recalls/{id}/events', {
      params: { path: { app: gateway.app, id: recallId } },
      headers: { Accept: 'text/event-stream' },
      parseAs: 'stream',
      signal,
    });
    const events = data
      ?.pipeThrough(new TextDecoderStream())
      .pipeThrough(new EventSourceParserStream({ onComment: heard }));
    for await (const { event, data: text } of events ?? []) {
      heard();
      if (event === 'gone') throw gone(gateway, recallId);
      if (event === 'recall' || event === 'end') yield { event, answer: parse(text, gateway) };
    }
  } catch (error) {
    perseverance.signal.throwIfAborted();
    throw broken(gateway, silence.signal.aborted ? silence.signal.reason : error);
  } finally {
    clearTimeout(timer);
  }
}

const gone = ({ host }: Gateway, recallId: string): GatewayError =>
  new GatewayError(
    `recall ${recallId} is no longer at the gateway ${host}: its upload was dropped, and nothing of it was sent to the vendor`,
    { kind: 'recall-not-found', recallId },
  );

const broken = ({ host }: Gateway, cause: unknown): Error => noAnswer(cause, host);

function parse(text: string, { host }: Gateway): RecallAnswer {
  try {
    const answer = JSON.parse(text) as Partial<RecallAnswer>; // looked at in the next line
    // What a recall has beside those fields is only told where it is there
    if (isRecall(answer)) return answer as RecallAnswer;
  } catch {
    // Told below
  }
  throw new GatewayError(`the gateway ${host} sent an event that is no recall: it may be of another version`);
}
