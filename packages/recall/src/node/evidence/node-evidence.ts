import { createHash, createHmac } from 'node:crypto';
import type { EvidenceMeans } from '../../ledger/keep-ledger.ts';
import type { RecallFacts } from '../../summary/facts.ts';

/** Evidence made with Node's own crypto, under a key of 32 random bytes. */
export const nodeEvidence = (facts: RecallFacts, key: Uint8Array): EvidenceMeans => ({
  facts,
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
  digest(parts) {
    const hmac = createHmac('sha256', key);
    for (const part of parts) hmac.update(part);
    return hmac.digest('hex');
  },
});
