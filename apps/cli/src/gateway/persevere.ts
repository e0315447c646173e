import { setTimeout as sleep } from 'node:timers/promises';
import { formatDuration } from '../terminal/numbers.ts';
import { GatewayError, isForGood } from './gateway-error.ts';

/** How something is tried again after the connection broke, or the gateway was not itself. */
export interface Perseverance {
  readonly signal: AbortSignal;
  /** Tells a person of it. */
  readonly say: (words: string) => void;
  /** How long without any progress before it is given up, in milliseconds. Default five minutes. */
  readonly giveUpAfterMs?: number;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
const GIVE_UP_AFTER_MS = 300_000;

/** Counts what fails in a row, and waits longer each time. */
export interface Patience {
  /** Waits before another try; throws the error where there is no sense in one, or no patience left. */
  wait(error: unknown): Promise<void>;
  /** It goes on. */
  reset(): void;
}

/** Makes the patience for one piece of work. */
export function createPatience({ signal, say, giveUpAfterMs = GIVE_UP_AFTER_MS }: Perseverance): Patience {
  let failures = 0;
  let since = 0;
  return {
    async wait(error) {
      signal.throwIfAborted();
      if (!isPassing(error)) throw error;
      if (failures === 0) since = performance.now();
      const left = giveUpAfterMs - (performance.now() - since);
      if (left <= 0) throw error;
      const { retryAfterMs = 0 } = error.facts;
      const waitMs = Math.min(
        left,
        Math.max(retryAfterMs, Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures)),
      );
      failures += 1;
      // One that passes at once is no news
      if (failures > 1) {
        const [what = ''] = error.message.split('\n');
        say(`Trying again in ${formatDuration(waitMs)}: ${what}`);
      }
      await sleep(waitMs, undefined, { signal });
    },
    reset() {
      failures = 0;
    },
  };
}

const PASSING: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 530]);

/** Whether it may well be over in a moment. */
function isPassing(error: unknown): error is GatewayError {
  if (!GatewayError.isInstance(error)) return false;
  const { status, kind } = error.facts;
  if (status === undefined) return 'cause' in error.facts;
  // The gateway may not know yet that the connection before this one is gone
  return (PASSING.has(status) && !isForGood(error)) || kind === 'upload-under-way';
}
