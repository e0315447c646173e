import { countOf, type Spans } from '../../../spans/spans.ts';
import type { VerdictRecord } from '../../record.ts';

/** What a record claims about targets by a digest. */
export interface Claim {
  readonly line: number;
  readonly spans: Spans;
  readonly digest: string;
  /** Of a request's targets, as an array; or of a single target. */
  readonly of: 'request' | 'target';
}

/** Collects what is to be compared: some hundred bytes for each verdict, and each target that was not accepted. */
export interface Claims {
  /** How many verdicts, and targets that were not accepted, have no digest. */
  readonly without: number;
  take(line: number, record: VerdictRecord): void;
  /** By first position. Larger ones come first, so that what was divided comes before its parts. */
  sorted(): readonly Claim[];
}

export function createClaims(): Claims {
  const claims: Claim[] = [];
  let without = 0;

  function add(claim: Omit<Claim, 'digest'>, digest: string | undefined): void {
    if (digest === undefined) without += 1;
    else claims.push({ ...claim, digest });
  }

  return {
    get without() {
      return without;
    },
    take(line, { targets, digest, notAccepted = [] }) {
      add({ line, spans: targets, of: 'request' }, digest);
      for (const one of notAccepted) add({ line, spans: [[one.at, one.at + 1]], of: 'target' }, one.digest);
    },
    sorted: () =>
      claims.sort((one, other) => firstOf(one) - firstOf(other) || countOf(other.spans) - countOf(one.spans)),
  };
}

/** The first position of a claim. */
export const firstOf = ({ spans }: Claim): number => spans[0]?.[0] ?? 0;

/** Behind the last position of a claim. */
export const endOf = ({ spans }: Claim): number => spans.at(-1)?.[1] ?? 0;
