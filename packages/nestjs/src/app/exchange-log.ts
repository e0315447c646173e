import type { About, Advice, Clock, CredentialId, Failure } from '@unpush/core';
import type { EndedExchange, ExchangeOutcome } from '@unpush/transport';

/** How the last exchanges with a vendor have ended, as far as they ended alike. It holds no target. */
export interface LastExchanges {
  readonly outcome: ExchangeOutcome;
  readonly about: About;
  readonly advice: Advice;
  /** The vendor's code, where one came. */
  readonly code?: string;
  /** Why no usable answer came, where none did. */
  readonly failure?: Failure;
  /** How many have ended like this, one behind the other. */
  readonly inARow: number;
  /** With how many credentials: a few requests may be under way with one that has just ended. */
  readonly credentials: number;
  /** When the first of them ended, in milliseconds since 1970. */
  readonly since: number;
  /** When the last of them ended. */
  readonly at: number;
}

/** Remembers how the last exchanges of an app have ended. */
export interface ExchangeLog {
  readonly note: (ended: EndedExchange) => void;
  readonly last: () => LastExchanges | undefined;
}

/** An empty log. What we gave up ourselves says nothing of the vendor, and is passed over. */
export function createExchangeLog(clock: Pick<Clock, 'wall'>): ExchangeLog {
  let last: LastExchanges | undefined;
  let credentials = new Set<CredentialId>();
  return {
    note: ({ outcome, verdict: { about, advice, code, failure, credentialId } }) => {
      if (failure === 'aborted') return;
      const at = clock.wall();
      const before = isAlike(last, { outcome, about, code, failure }) ? last : undefined;
      if (before === undefined) credentials = new Set();
      if (credentialId !== undefined) credentials.add(credentialId);
      last = {
        outcome,
        about,
        advice,
        ...(code !== undefined && { code }),
        ...(failure !== undefined && { failure }),
        inARow: (before?.inARow ?? 0) + 1,
        credentials: credentials.size,
        since: before?.since ?? at,
        at,
      };
    },
    last: () => last,
  };
}

interface Ending extends Pick<LastExchanges, 'outcome' | 'about'> {
  readonly code: string | undefined;
  readonly failure: Failure | undefined;
}

const isAlike = (last: LastExchanges | undefined, { outcome, about, code, failure }: Ending): boolean =>
  last?.outcome === outcome && last.about === about && last.code === code && last.failure === failure;
