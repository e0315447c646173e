import type { Pacer } from '@unpush/recall';

/** How many requests may still leave: the platform counts them for each alarm. */
export interface Allowance {
  /** Resolves when a request may leave, or is not to leave any more. */
  take(signal: AbortSignal): Promise<void>;
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
      if (signal.aborted) return;
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
      signal.addEventListener('abort', go, { once: true });
      short.resolve(undefined);
      await turn.promise;
      waiting.delete(give);
      signal.removeEventListener('abort', go);
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

/**
 * A pacer whose turns wait until the allowance lets a request leave. Before it is written ahead: of what waits when an
 * object is evicted, nobody has to fear that it was received.
 */
export const within = (allowance: Pick<Allowance, 'take'>, pacer: Pacer): Pacer => ({
  join() {
    const lane = pacer.join();
    return {
      async take(targets, signal) {
        const turn = await lane.take(targets, signal);
        await allowance.take(signal);
        if (!signal.aborted) return turn;
        turn.end({ kind: 'lost' });
        throw signal.reason;
      },
      leave: () => {
        lane.leave();
      },
    };
  },
  get targetsPerSecond() {
    return pacer.targetsPerSecond;
  },
  get quota() {
    return pacer.quota;
  },
  ...(pacer.ceiling !== undefined && { ceiling: pacer.ceiling }),
});
