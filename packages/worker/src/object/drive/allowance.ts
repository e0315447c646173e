import type { HttpSender } from '@unpush/transport';

/** How many requests may still leave: the platform counts them for each alarm. */
export interface Allowance {
  /** Resolves when a request may leave, or is not to leave any more. */
  take(signal: AbortSignal | undefined): Promise<void>;
  /** So many may leave from now on; those that wait come first. */
  refill(requests: number): void;
  /** Resolves when the next request has to wait. */
  usedUp(): Promise<void>;
}

export function createAllowance(): Allowance {
  let left = 0;
  const waiting = new Set<() => void>();
  let short = Promise.withResolvers<undefined>();

  return {
    async take(signal) {
      if (signal?.aborted === true) return;
      if (left > 0) {
        left -= 1;
        return;
      }
      const turn = Promise.withResolvers<undefined>();
      const go = (): void => {
        turn.resolve(undefined);
      };
      const give = (): void => {
        left -= 1;
        go();
      };
      waiting.add(give);
      signal?.addEventListener('abort', go, { once: true });
      short.resolve(undefined);
      await turn.promise;
      waiting.delete(give);
      signal?.removeEventListener('abort', go);
    },
    refill(requests) {
      left = requests;
      for (const give of [...waiting].slice(0, requests)) {
        waiting.delete(give);
        give();
      }
      short = Promise.withResolvers<undefined>();
      if (waiting.size > 0) short.resolve(undefined);
    },
    usedUp: () => short.promise,
  };
}

/** A sender whose requests wait until the allowance lets them leave. One that was aborted meanwhile never leaves. */
export const within =
  (allowance: Pick<Allowance, 'take'>, send: HttpSender): HttpSender =>
  async (request, options) => {
    await allowance.take(options.signal);
    return send(request, options);
  };
