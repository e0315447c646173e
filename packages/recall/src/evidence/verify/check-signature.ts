import { fromBase64 } from '../base64.ts';
import type { EvidenceCrypto } from '../crypto.ts';
import { isEd25519Spki, signedBytes, type SignatureRecord } from '../signature.ts';
import type { SignatureReport } from './report.ts';

/** What to check a signature against. */
export interface SignatureCheck {
  readonly headHash: string;
  /** The key it should be by: SPKI, DER. */
  readonly publicKey: Uint8Array | undefined;
  readonly crypto: EvidenceCrypto;
}

/** Whether a signature is over this head hash, and by whom; or what is wrong with its form. */
export async function checkSignature(
  record: SignatureRecord,
  { headHash, publicKey, crypto }: SignatureCheck,
): Promise<{ readonly report?: SignatureReport; readonly problems: readonly string[] }> {
  const key = fromBase64(record.publicKey);
  const signature = fromBase64(record.signature);
  if (key === undefined || !isEd25519Spki(key)) {
    return { problems: ['The publicKey of the signature is no Ed25519 key in SPKI form and base64.'] };
  }
  if (signature?.length !== 64) return { problems: ['The signature is not 64 bytes in base64.'] };

  const fingerprint = await crypto.sha256(key);
  const valid = await crypto.verifyEd25519({ bytes: signedBytes(headHash), signature, publicKey: key });
  const problems = valid ? [] : ['The signature does not hold: it is not one over the head hash by its key.'];
  if (publicKey === undefined) return { report: { fingerprint, valid }, problems };

  const expected = await crypto.sha256(publicKey);
  const expectedKey = expected === fingerprint;
  if (!expectedKey) {
    problems.push(`It is signed by the key ${fingerprint}, not by the one that was expected, ${expected}.`);
  }
  return { report: { fingerprint, valid, expectedKey }, problems };
}
