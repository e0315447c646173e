import type { AppFacts } from '../facts/app-facts.ts';

/** How an app stands, as the health check shows it. Nothing in it is secret. */
export interface AppHealth {
  readonly vendor: string;
  readonly credential: 'signs' | 'unusable';
  /** `answers`, or why no answer came. */
  readonly endpoint?: string;
  readonly lastExchanges?: {
    readonly outcome: string;
    readonly code?: string;
    readonly failure?: string;
    readonly inARow: number;
    readonly since: string;
    readonly at: string;
  };
  /** Those that are to go on. */
  readonly recalls: {
    readonly unfinished: number;
    /** How many of them nobody works on. */
    readonly standing: number;
  };
  /** Where recalls are on a queue. */
  readonly queue?: { readonly waitingRequests: number } | 'no answer';
}

export function describeApp({ vendor, canSign, reach, last, backlog }: AppFacts): AppHealth {
  const { queue } = backlog;
  return {
    vendor,
    credential: canSign ? 'signs' : 'unusable',
    ...(reach !== undefined && { endpoint: reach.answers ? 'answers' : reach.failure }),
    ...(last !== undefined && {
      lastExchanges: {
        outcome: last.outcome,
        ...(last.code !== undefined && { code: last.code }),
        ...(last.failure !== undefined && { failure: last.failure }),
        inARow: last.inARow,
        since: new Date(last.since).toISOString(),
        at: new Date(last.at).toISOString(),
      },
    }),
    recalls: { unfinished: backlog.unfinished, standing: backlog.standing },
    ...(queue !== undefined && {
      queue: queue.answers ? { waitingRequests: queue.waitingRequests } : 'no answer',
    }),
  };
}
