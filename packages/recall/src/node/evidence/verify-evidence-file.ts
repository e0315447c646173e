import { createReadStream } from 'node:fs';
import type { EvidenceReport } from '../../evidence/verify/report.ts';
import { verifyEvidence, type VerifyOptions } from '../../evidence/verify/verify-evidence.ts';
import { named } from '../intake/bytes/file-errors.ts';
import { nodeEvidenceCrypto } from './node-evidence-crypto.ts';

/**
 * Checks a file of evidence, by Node's own crypto.
 *
 * @throws InputError where there is no such file, or it cannot be read.
 *
 * @example
 * ```ts
 * const report = await verifyEvidenceFile('evidence.ndjson', { publicKey: readPublicKey(pem) });
 * report.problems; // []
 * ```
 */
export async function verifyEvidenceFile(
  path: string,
  options: Omit<VerifyOptions, 'crypto'> = {},
): Promise<EvidenceReport> {
  return verifyEvidence(bytesOf(path), { ...options, crypto: nodeEvidenceCrypto });
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    // No encoding, so it gives buffers
    yield* createReadStream(path) as AsyncIterable<Buffer>;
  } catch (error) {
    throw named(error, path);
  }
}
