import { LedgerError } from '@unpush/recall';
import type { RecallAnswer } from '../../contract/recall-answer.ts';

const INTERVAL_MS = 1000;
/** So that nobody between us and the reader takes the silence for the end. */
const HEARTBEAT_MS = 15_000;

/** What a recall is watched with. */
export interface Watch {
  readonly read: () => Promise<RecallAnswer>;
  /** Aborts when the reader has gone. */
  readonly signal: AbortSignal;
}

/**
 * Server-sent events: how a recall stands at once, whenever that has changed, and how it has ended; of an upload that
 * was dropped, that it is gone. Fails where it cannot be read for another reason: whoever watches is to ask again.
 */
export async function* watchRecall({ read, signal }: Watch): AsyncGenerator<string, void, undefined> {
  let told: string | undefined;
  let last: RecallAnswer | undefined;
  let silentSince = Date.now();
  while (!signal.aborted) {
    try {
      last = await read();
    } catch (error) {
      if (last === undefined || !isOfNobody(error)) throw error;
      yield eventOf('gone', last);
      return;
    }
    const answer = last;
    if (hasEnded(answer)) {
      yield eventOf('end', answer);
      return;
    }
    const text = textOf(answer);
    if (text !== told) {
      told = text;
      silentSince = Date.now();
      yield eventOf('recall', answer);
    } else if (Date.now() - silentSince >= HEARTBEAT_MS) {
      silentSince = Date.now();
      yield ': still there\n\n';
    }
    await pause(signal);
  }
}

const isOfNobody = (error: unknown): boolean =>
  LedgerError.isInstance(error) && error.problem === 'not-found';

const eventOf = (event: string, answer: RecallAnswer): string =>
  `event: ${event}\ndata: ${JSON.stringify(answer)}\n\n`;

/** Times go on though nothing happens. */
const textOf = (answer: RecallAnswer): string => JSON.stringify({ ...answer, elapsedMs: 0, remainingMs: 0 });

const hasEnded = ({ state }: RecallAnswer): boolean =>
  state === 'finished' || state === 'stopped' || state === 'paused';

async function pause(signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const go = (): void => {
    resolve(undefined);
  };
  const timer = setTimeout(go, INTERVAL_MS);
  signal.addEventListener('abort', go, { once: true });
  await promise;
  clearTimeout(timer);
  signal.removeEventListener('abort', go);
}
