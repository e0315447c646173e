import { maskTarget } from '@unpush/core';
import type { EvidenceCrypto } from '../../crypto.ts';
import { digestedBatch, digestedTarget } from '../../digested.ts';
import type { Findings } from '../findings.ts';
import type { ComparedTargets } from '../report.ts';
import { createSpanSet } from '../course/span-set.ts';
import { endOf, firstOf, type Claim } from './claims.ts';
import { gather, type Gathering } from './gather.ts';

/** What is compared with what. */
export interface Comparison {
  /** By first position. */
  readonly claims: readonly Claim[];
  /** All targets to send, in the order of the input. */
  readonly targets: AsyncIterable<readonly string[]>;
  readonly key: Uint8Array;
  readonly crypto: EvidenceCrypto;
  readonly findings: Findings;
}

/** A claim whose targets are passing by. */
interface Active {
  readonly claim: Claim;
  readonly gathering: Gathering;
}

/**
 * Makes the digests of all claims anew, in one pass through the targets. At any moment it holds those of the
 * requests that carried the targets just passing by: a batch, and what it was divided into.
 */
export async function compareTargets({
  claims,
  targets,
  key,
  crypto,
  findings,
}: Comparison): Promise<ComparedTargets> {
  const covered = createSpanSet();
  let active: readonly Active[] = [];
  let next = 0;
  let given = 0;
  let digests = 0;
  let mismatched = 0;

  /** Those that are still open, and those that begin before `end`. */
  function passingBefore(end: number): readonly Active[] {
    const passing = [...active];
    for (let claim = claims[next]; claim !== undefined && firstOf(claim) < end; claim = claims[next]) {
      passing.push({ claim, gathering: gather(claim.spans) });
      next += 1;
    }
    return passing;
  }

  for await (const run of targets) {
    const end = given + run.length;
    const passing = passingBefore(end);
    for (const { gathering } of passing) gathering.take({ start: given, targets: run });
    for (const { claim, gathering } of passing.filter((one) => endOf(one.claim) <= end)) {
      digests += 1;
      for (const span of claim.spans) covered.add(span);
      if ((await crypto.hmacSha256(key, digested(claim, gathering.targets))) === claim.digest) continue;
      mismatched += 1;
      findings.add(claim.line, mismatch(claim, gathering.targets));
    }
    active = passing.filter((one) => endOf(one.claim) > end);
    given = end;
  }
  return { given, covered: covered.count, digests, mismatched };
}

const digested = (claim: Claim, targets: readonly string[]): Uint8Array => {
  const [first = ''] = targets;
  return claim.of === 'target' ? digestedTarget(first) : digestedBatch(targets);
};

function mismatch(claim: Claim, targets: readonly string[]): string {
  const first = `position ${firstOf(claim)} (here ${maskTarget(targets[0] ?? '')})`;
  if (claim.of === 'target') return `The target at ${first} is another one than the record is about.`;
  const which =
    targets.length === 1
      ? `The target at ${first} is`
      : `The ${targets.length} targets from ${first} up to position ${endOf(claim) - 1} are`;
  return `${which} not what the request carried.`;
}
