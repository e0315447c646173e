import { verifyEvidence, type VerifyOptions } from '../../../src/evidence/verify/verify-evidence.ts';
import type { EvidenceReport } from '../../../src/evidence/verify/report.ts';
import { nodeEvidenceCrypto } from '../../../src/node/evidence/node-evidence-crypto.ts';

/** Verifies a text or bytes, with Node's crypto. */
export function verify(
  evidence: string | Uint8Array,
  options: Omit<VerifyOptions, 'crypto'> = {},
): Promise<EvidenceReport> {
  const bytes = typeof evidence === 'string' ? new TextEncoder().encode(evidence) : evidence;
  return verifyEvidence(each([bytes]), { crypto: nodeEvidenceCrypto, ...options });
}

/** One after the other, as a stream hands them out. */
export async function* each<T>(items: Iterable<T>): AsyncGenerator<T> {
  for (const item of items) yield await Promise.resolve(item);
}
