import { readEvidenceKey, verifyEvidence, type EvidenceCrypto, type EvidenceReport } from '@unpush/recall';
import type { Shop } from './shop.ts';

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

const webCrypto: EvidenceCrypto = {
  sha256: async (bytes) => hex(await crypto.subtle.digest('SHA-256', bytes)),
  async hmacSha256(key, bytes) {
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    const imported = await crypto.subtle.importKey('raw', key, algorithm, false, ['sign']);
    return hex(await crypto.subtle.sign('HMAC', imported, bytes));
  },
  verifyEd25519: () => false,
};

/** The evidence of a recall, held against its targets. */
export async function verified(shop: Shop, recallId: string): Promise<EvidenceReport> {
  const { body } = await shop.call(`/recalls/${recallId}/evidence`);
  const key = readEvidenceKey(await (await shop.call(`/recalls/${recallId}/evidence-key`)).text());
  return verifyEvidence(body as ReadableStream<Uint8Array>, {
    crypto: webCrypto,
    compare: { key, targets: once(shop.tokens) },
  });
}

async function* once(tokens: readonly string[]): AsyncGenerator<readonly string[]> {
  await Promise.resolve();
  yield tokens;
}
