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
  /** Says it once; false where it is ours no more. */
  readonly renew: () => Promise<boolean>;
  readonly everyMs: number;
  /** So long after it was last said with success, it counts as lost. */
  readonly silentMs: number;
  /** Why `lost` aborts. */
  readonly reason: () => unknown;
}

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
  const endAfter = (ms: number): NodeJS.Timeout => setTimeout(() => lose(reason()), ms).unref();
  const renewed = (at: number): void => {
    if (ended) return;
    clearTimeout(end);
    end = endAfter(at + silentMs - performance.now());
  };

  let end = endAfter(silentMs);
  const beat = setInterval(() => {
    const at = performance.now();
    renew().then(
      (isOurs) => (isOurs ? renewed(at) : lose(reason())),
      // The server is away; the next one may meet it again
      () => undefined,
    );
  }, everyMs).unref();
  return { lost: lost.signal, renewed, lose, stop };
}
