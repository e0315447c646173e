import type { EvidenceCrypto } from '../crypto.ts';
import { createFindings } from './findings.ts';
import { notChecked } from './not-checked.ts';
import { readThrough } from './read-through.ts';
import type { EvidenceReport } from './report.ts';
import { createClaims } from './targets/claims.ts';
import { checkTargets, type TargetsToCompare } from './targets/targets-check.ts';

/** What to check evidence against, besides itself. */
export interface VerifyOptions {
  readonly crypto: EvidenceCrypto;
  /** A head hash that was noted elsewhere, in hexadecimal: it must be the head hash of this evidence. */
  readonly expectedHead?: string;
  /** An Ed25519 public key, SPKI in DER: the evidence must be signed by it. */
  readonly publicKey?: Uint8Array;
  /** The targets of the recall, to compare the digests with. */
  readonly compare?: TargetsToCompare;
}

/**
 * Checks evidence offline: that it is unbroken, that its sums hold, and what the options ask for. What is in memory
 * grows with the gaps between targets that are settled, not with their number; with targets to compare, by some
 * hundred bytes more for each verdict and each target that was not accepted.
 *
 * Whatever the bytes are, it resolves with a report; it rejects only where they, or the targets, cannot be read.
 *
 * @example
 * ```ts
 * const report = await verifyEvidence(createReadStream('evidence.ndjson'), { crypto: nodeEvidenceCrypto });
 * report.holds; // true
 * report.sealed; // true
 * ```
 */
export async function verifyEvidence(
  evidence: AsyncIterable<Uint8Array>,
  { crypto, expectedHead, publicKey, compare }: VerifyOptions,
): Promise<EvidenceReport> {
  const findings = createFindings();
  const claims = createClaims();
  const { course, whole, records, headHash, signature } = await readThrough(evidence, {
    crypto,
    findings,
    expectedHead,
    publicKey,
    onVerdict: (line, record) => {
      if (compare !== undefined) claims.take(line, record);
    },
  });
  const { header, sealed, sessions, verdicts, lost } = course;
  const compared =
    whole && header && compare
      ? await checkTargets(compare, { header, claims, crypto, findings })
      : undefined;
  const targets = course.counts();
  return {
    holds: findings.problems.length === 0,
    sealed: whole && sealed,
    problems: findings.problems,
    furtherProblems: findings.further,
    notChecked: notChecked({
      whole,
      signature,
      expectedHead: expectedHead !== undefined,
      compared,
      nothingToCompare: whole && compare !== undefined && verdicts === 0,
    }),
    ...(header !== undefined && { header }),
    ...(targets !== undefined && { targets }),
    records,
    sessions,
    verdicts,
    lost,
    ...(headHash !== undefined && { headHash }),
    ...(signature !== undefined && { signature }),
    ...(compared !== undefined && { compared }),
  };
}
