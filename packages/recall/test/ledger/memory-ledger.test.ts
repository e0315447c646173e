import { describe, expect, it } from 'vitest';
import { CONTRACT_FACTS, ledgerContract, type LedgerSubject } from '../../src/contract/index.ts';
import { memoryLedger } from '../../src/ledger/memory-ledger.ts';
import { webEvidence } from '../../src/ledger/web-evidence.ts';

function subject(): LedgerSubject {
  const key = crypto.getRandomValues(new Uint8Array(32));
  const ledger = memoryLedger(webEvidence(CONTRACT_FACTS, key));
  return {
    take: () => Promise.resolve(ledger),
    outcomes: () => Promise.resolve([...ledger.outcomes()]),
    evidence: () => Promise.resolve(ledger.evidence()),
  };
}

describe('the ledger in memory', () => {
  for (const { holds, check } of ledgerContract) it(holds, () => check(subject));

  it('makes no evidence without means for it', async () => {
    const ledger = memoryLedger();
    await ledger.begin({ at: 1_735_689_600_000, retryUnknown: false });
    expect(ledger.digest).toBeUndefined();
    expect(ledger.evidence()).toEqual([]);
  });

  it('refuses a step before it was begun', async () => {
    const sending = { batch: 1, attempt: 1, spans: [[0, 1]] as const, at: 0, repeats: false };
    await expect(memoryLedger().sending(sending)).rejects.toThrow('the ledger was not begun');
  });

  it('makes the HMAC-SHA256 that others make', async () => {
    // RFC 4231, test case 2
    const { digest } = webEvidence(CONTRACT_FACTS, new TextEncoder().encode('Jefe'));
    expect(await digest([new TextEncoder().encode('what do ya want for nothing?')])).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });
});
