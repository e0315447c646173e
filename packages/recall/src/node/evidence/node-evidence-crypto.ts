import { createHash, createHmac, createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { EvidenceCrypto } from '../../evidence/crypto.ts';

/** Node's own crypto, for checking evidence. */
export const nodeEvidenceCrypto: EvidenceCrypto = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  hmacSha256: (key, bytes) => createHmac('sha256', key).update(bytes).digest('hex'),
  verifyEd25519({ bytes, signature, publicKey }) {
    const key = keyOf(publicKey);
    return key?.asymmetricKeyType === 'ed25519' && verify(null, bytes, key, signature);
  },
};

function keyOf(spki: Uint8Array): KeyObject | undefined {
  try {
    return createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
  } catch {
    return undefined;
  }
}
