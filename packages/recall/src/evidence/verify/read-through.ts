import type { EvidenceCrypto } from '../crypto.ts';
import type { VerdictRecord } from '../record.ts';
import { chainOf } from './chain/chain.ts';
import { createHeadCheck } from './check-head.ts';
import { checkSignature } from './check-signature.ts';
import { createCourse, type Course } from './course/course.ts';
import type { Findings } from './findings.ts';
import type { SignatureReport } from './report.ts';

/** What a reading is checked against. */
export interface ReadingOptions {
  readonly crypto: EvidenceCrypto;
  readonly findings: Findings;
  readonly expectedHead: string | undefined;
  readonly publicKey: Uint8Array | undefined;
  /** Called with each verdict that nothing is wrong with. */
  readonly onVerdict: (line: number, record: VerdictRecord) => void;
}

/** What a reading has met. */
export interface Reading {
  readonly course: Course;
  /** Whether it came to the end of the lines. */
  readonly whole: boolean;
  readonly records: number;
  readonly headHash?: string;
  readonly signature?: SignatureReport;
}

/** Follows the records to their end, or to where the chain breaks. */
export async function readThrough(
  evidence: AsyncIterable<Uint8Array>,
  { crypto, findings, expectedHead, publicKey, onVerdict }: ReadingOptions,
): Promise<Reading> {
  const course = createCourse();
  const head = createHeadCheck(expectedHead);
  const met: { records: number; headHash?: string; signature?: SignatureReport } = { records: 0 };

  for await (const link of chainOf(evidence, crypto)) {
    const { line } = link;
    if (link.kind === 'break') {
      findings.add(line, link.problem);
      return { course, whole: false, ...met };
    }
    const { record, hash, prev } = link;
    met.records = line;
    const wrong = course.take(record);
    for (const problem of wrong) findings.add(line, problem);
    // Without a header there is nothing to check the others against
    if (course.header === undefined) return { course, whole: false, ...met };
    if (record.type === 'signature') {
      const { report, problems } = await checkSignature(record, { headHash: prev, publicKey, crypto });
      if (report !== undefined) met.signature = report;
      for (const problem of problems) findings.add(line, problem);
      continue;
    }
    met.headHash = hash;
    head.take(hash);
    if (record.type === 'verdict' && wrong.length === 0) onVerdict(line, record);
  }

  if (met.records === 0) {
    findings.add(1, 'There is no record in it.');
    return { course, whole: false, ...met };
  }
  const headProblem = head.problem();
  if (headProblem !== undefined) findings.add(met.records, headProblem);
  if (publicKey !== undefined && met.signature === undefined) {
    findings.add(met.records, 'It carries no signature that could be checked with the public key.');
  }
  return { course, whole: true, ...met };
}
