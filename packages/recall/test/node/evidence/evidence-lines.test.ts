import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verifyEvidence } from '../../../src/index.ts';
import { evidenceLines, nodeEvidenceCrypto } from '../../../src/node/index.ts';
import { newRecall, someLedgers } from '../ledger/support/ledgers.ts';
import { gathered } from '../../../src/contract/store/steps.ts';
import { AT, endOf } from '../../../src/contract/ledger/steps.ts';

/** The evidence of a recall that was begun and stopped: three lines. */
async function someEvidence(): Promise<readonly string[]> {
  const ledgers = someLedgers();
  const ledger = newRecall(ledgers);
  await ledger.begin({ at: AT, retryUnknown: false });
  await ledger.end(endOf('stopped'));
  using reader = ledgers.read(ledger.recallId);
  return [...reader.evidence()];
}

async function* later<T>(values: readonly T[]): AsyncGenerator<T> {
  for (const value of values) {
    await Promise.resolve();
    yield value;
  }
}

describe('the lines of evidence', () => {
  it('are written as they are, whether they have to be waited for or not', async () => {
    const lines = await someEvidence();
    const expected = lines.map((line) => ({ text: `${line}\n`, count: 1 }));
    expect(expected).toHaveLength(3);
    expect(await gathered(evidenceLines(lines))).toEqual(expected);
    expect(await gathered(evidenceLines(later(lines)))).toEqual(expected);
  });

  it('end with a signature where there is a key for one', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const written = await gathered(evidenceLines(later(await someEvidence()), privateKey));
    expect(written).toHaveLength(4);
    const { signature, problems } = await verifyEvidence(
      later(written.map(({ text }) => Buffer.from(text))),
      { crypto: nodeEvidenceCrypto, publicKey: publicKey.export({ format: 'der', type: 'spki' }) },
    );
    expect([signature?.valid, signature?.expectedKey, problems]).toEqual([true, true, []]);
  });
});
