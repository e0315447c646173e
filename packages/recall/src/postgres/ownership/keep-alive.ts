/** Something that is ours as long as we say so again and again. */
export interface Alive {
  /** Aborts when it is ours no more. */
  readonly lost: AbortSignal;
  /** It was said at this moment of the monotonic clock, by other means. */
  renewed(at: number): void;
  /** It is known to be lost. */
  lose(reason: unknown): void;
  /** Says nothing any more; it is not lost thereby. */
  stop(): void;
}

export interface KeepAliveOptions {
  /** Says it once; false where it is ours no more. The next time it is said only after this has come to its end. */
  readonly renew: () => Promise<boolean>;
  readonly everyMs: number;
  /** So long after it was last said with success, it counts as lost. */
  readonly silentMs: number;
  /** Why `lost` aborts. */
  readonly reason: (loss: Loss) => unknown;
}

/** Another has it, or for too long nothing was heard. */
export type Loss = 'taken' | 'silent';

/** A sign of life that is not answered within this is given up, so that the next one is sent by another connection. */
export const beatOf = (leaseMs: number): { readonly everyMs: number; readonly attemptMs: number } => ({
  everyMs: leaseMs / 3,
  attemptMs: Math.max(leaseMs / 3, LEAST_ANSWER_MS),
});

const LEAST_ANSWER_MS = 1000;

/** The process may end while this goes on. */
export function keepAlive({ renew, everyMs, silentMs, reason }: KeepAliveOptions): Alive {
  const lost = new AbortController();
  let ended = false;
  const stop = (): void => {
    ended = true;
    clearInterval(beat);
    clearTimeout(end);
  };
  const lose = (why: unknown): void => {
    if (ended) return;
    stop();
    lost.abort(why);
  };
  const endAfter = (ms: number): NodeJS.Timeout => setTimeout(() => lose(reason('silent')), ms).unref();
  let latest = -Infinity;
  const renewed = (at: number): void => {
    // What is answered late was asked before what is known already
    if (ended || at <= latest) return;
    latest = at;
    clearTimeout(end);
    end = endAfter(at + silentMs - performance.now());
  };

  let end = endAfter(silentMs);
  let isAsking = false;
  const beat = setInterval(() => {
    if (isAsking) return;
    isAsking = true;
    const at = performance.now();
    renew()
      .then(
        (isOurs) => (isOurs ? renewed(at) : lose(reason('taken'))),
        // The server is away; the next one may meet it again
        () => undefined,
      )
      .finally(() => (isAsking = false));
  }, everyMs).unref();
  return { lost: lost.signal, renewed, lose, stop };
}
