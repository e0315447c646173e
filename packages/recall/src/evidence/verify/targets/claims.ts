import { countOf, type Spans } from '../../../spans/spans.ts';
import type { VerdictRecord } from '../../record.ts';
import { createFindings, type Findings } from '../findings.ts';

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
  /** Verdicts, and targets that were not accepted, that have no digest: who has no key can only take one away. */
  readonly missing: Findings;
  take(line: number, record: VerdictRecord): void;
  /** By first position. Larger ones come first, so that what was divided comes before its parts. */
  sorted(): readonly Claim[];
}

export function createClaims(): Claims {
  const claims: Claim[] = [];
  const missing = createFindings();

  function add(claim: Omit<Claim, 'digest'>, digest: string | undefined): void {
    if (digest === undefined) missing.add(claim.line, withoutDigest(claim));
    else claims.push({ ...claim, digest });
  }

  return {
    missing,
    take(line, { targets, digest, notAccepted = [] }) {
      add({ line, spans: targets, of: 'request' }, digest);
      for (const one of notAccepted) add({ line, spans: [[one.at, one.at + 1]], of: 'target' }, one.digest);
    },
    sorted: () =>
      claims.sort((one, other) => firstOf(one) - firstOf(other) || countOf(other.spans) - countOf(one.spans)),
  };
}

const withoutDigest = ({ of, spans }: Omit<Claim, 'digest'>): string =>
  of === 'request'
    ? 'The verdict carries no digest, so nothing shows which targets its request carried. A recall writes one with every verdict: this one was taken away.'
    : `The target at position ${spans[0]?.[0] ?? 0} carries no digest, so nothing shows which one was not accepted. A recall writes one with every such target: this one was taken away.`;

/** The first position of a claim. */
export const firstOf = ({ spans }: Claim): number => spans[0]?.[0] ?? 0;

/** Behind the last position of a claim. */
export const endOf = ({ spans }: Claim): number => spans.at(-1)?.[1] ?? 0;
