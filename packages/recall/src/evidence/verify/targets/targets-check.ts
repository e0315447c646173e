import type { EvidenceCrypto } from '../../crypto.ts';
import type { EvidenceKey } from '../../evidence-key.ts';
import type { FileFacts } from '../../../summary/facts.ts';
import type { HeaderRecord } from '../../record.ts';
import { createFindings, type Findings } from '../findings.ts';
import type { ComparedTargets } from '../report.ts';
import type { Claims } from './claims.ts';
import { compareLists } from './compare-lists.ts';
import { compareTargets } from './compare-targets.ts';

/** The targets that evidence is compared with. */
export interface TargetsToCompare {
  readonly key: EvidenceKey;
  /**
   * All well-formed targets in the order of the input, duplicates dropped where the header says so: so that the
   * first one has position 0. Any number at a time.
   */
  readonly targets: AsyncIterable<readonly string[]>;
  /**
   * The lists that the targets were read from, in order, to compare with those that the header names; targets given
   * one by one come last, as `--token`. Their names may differ. Not compared unless given.
   */
  readonly files?: readonly Pick<FileFacts, 'path' | 'bytes' | 'digest'>[];
}

/** What there is to compare them with. */
export interface TargetsCheck {
  readonly header: HeaderRecord;
  readonly claims: Claims;
  readonly crypto: EvidenceCrypto;
  readonly findings: Findings;
}

/**
 * Compares the targets with the evidence; `undefined` where the key is that of another recall, or where there was no
 * digest to compare.
 */
export async function checkTargets(
  { key, targets, files }: TargetsToCompare,
  { header, claims, crypto, findings }: TargetsCheck,
): Promise<ComparedTargets | undefined> {
  if (key.recallId !== header.recallId) {
    findings.add(
      1,
      `The evidence is that of recall ${header.recallId.slice(0, 64)}, the evidence key that of recall ${key.recallId.slice(0, 64)}.`,
    );
    return undefined;
  }
  const mismatches = createFindings();
  const compared = await compareTargets({
    claims: claims.sorted(),
    targets,
    key: key.key,
    crypto,
    findings: mismatches,
  });
  const { read, malformed, duplicate } = header.input.totals;
  const expected = read - malformed - duplicate;
  // Said first: where it is so, all that comes after may follow from it
  if (files !== undefined) {
    for (const problem of compareLists(files, header.input.files)) findings.add(1, problem);
  }
  if (compared.given !== expected) {
    findings.add(
      1,
      `The recall had ${expected} targets to send, the input here has ${compared.given}. Read the same files in the same order, with the same settings.`,
    );
  }
  findings.addAll(claims.missing);
  findings.addAll(mismatches);
  return compared.digests === 0 ? undefined : compared;
}
