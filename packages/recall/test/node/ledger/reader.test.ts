import { describe, expect, it } from 'vitest';
import {
  accepted,
  AT,
  endOf,
  recordOf,
  rejected,
  request,
  unknown,
  verdict,
} from '../../../src/contract/ledger/steps.ts';
import type { VerdictRecord } from '../../../src/evidence/record.ts';
import { newRecall, someLedgers } from './support/ledgers.ts';

describe('the record of a recall', () => {
  it('tells what it has come to, and the sum rule holds', async () => {
    const ledgers = someLedgers();
    const ledger = newRecall(ledgers);
    await ledger.begin({ at: AT, retryUnknown: false });
    await ledger.sending(request(1, [[0, 10]]));
    await ledger.verdict(verdict(1, [accepted([[0, 8]]), rejected([[8, 9]]), unknown([[9, 10]])]));
    await ledger.sending(request(2, [[10, 20]]));
    await ledger.verdict(verdict(2, [], { rest: [[10, 20]], mayHaveBeenReceived: true }));
    await ledger.sending(request(3, [[20, 25]]));
    await ledger.verdict(verdict(3, [], { rest: [[20, 25]], throttled: true }));
    await ledger.sending(request(4, [[25, 28]]));
    const reader = ledgers.read('r-0001');
    expect(reader.summary()).toEqual({
      recallId: 'r-0001',
      state: 'running',
      targets: {
        read: 103,
        malformed: 1,
        duplicate: 2,
        accepted: 8,
        rejected: 1,
        // Settled so, and in two batches that may have been received
        unknown: 1 + 10 + 3,
        notAttempted: 5 + 72,
      },
      requests: { sent: 4, retried: 0, throttled: 1 },
      codes: { 80000000: 8, 80300007: 1, timeout: 1 },
      startedAt: '2025-01-01T00:00:00.000Z',
      elapsedMs: 4000,
      evidenceHead: [...reader.evidence()].at(-1)?.slice(-66, -2),
    });
    expect([...reader.outcomes()].slice(3)).toEqual([
      { span: [10, 20], outcome: 'unknown' },
      { span: [20, 25], outcome: 'not-attempted' },
      { span: [25, 28], outcome: 'unknown' },
      { span: [28, 100], outcome: 'not-attempted' },
    ]);
    reader.close();
  });

  it('tells how it ended, and when', async () => {
    const ledgers = someLedgers();
    const ledger = newRecall(ledgers);
    await ledger.begin({ at: AT, retryUnknown: false });
    const head = await ledger.end(endOf('stopped'));
    expect(ledgers.read('r-0001').summary()).toMatchObject({
      state: 'stopped',
      stoppedBy: { cause: 'interrupt' },
      finishedAt: '2025-01-01T00:00:05.000Z',
      elapsedMs: 5000,
      evidenceHead: head,
    });
    ledger.close();
    const again = ledgers.open('r-0001');
    await again.begin({ at: AT + 60_000, retryUnknown: false });
    const { state, stoppedBy, finishedAt, elapsedMs } = ledgers.read('r-0001').summary();
    expect({ state, stoppedBy, finishedAt, elapsedMs }).toEqual({ state: 'running', elapsedMs: 5000 });
    again.close();
    expect(ledgers.read('r-0001').summary().state).toBe('interrupted');
  });

  it('has a key of 32 bytes that makes its digests', async () => {
    const ledgers = someLedgers();
    const ledger = newRecall(ledgers);
    const key = ledgers.read('r-0001').evidenceKey();
    expect(key).toHaveLength(32);
    const hmac = { name: 'HMAC', hash: 'SHA-256' };
    const imported = await crypto.subtle.importKey('raw', new Uint8Array(key), hmac, false, ['sign']);
    const text = new TextEncoder().encode('["IQAAAACy01"]');
    const digest = Buffer.from(await crypto.subtle.sign('HMAC', imported, text)).toString('hex');
    expect(await ledger.digest?.([text])).toBe(digest);
  });

  it('stays as it stood when its reading began, while the owner goes on', async () => {
    const ledgers = someLedgers();
    const ledger = newRecall(ledgers);
    await ledger.begin({ at: AT, retryUnknown: false });
    const outcomes = ledgers.read('r-0001').outcomes()[Symbol.iterator]();
    await ledger.sending(request(1, [[0, 10]]));
    expect(outcomes.next().value).toEqual({ span: [0, 10], outcome: 'unknown' });
    await ledger.verdict(verdict(1, [accepted([[0, 10]])]));
    expect(outcomes.next().value).toEqual({ span: [10, 100], outcome: 'not-attempted' });
    expect(outcomes.next().done).toBe(true);
  });
});

describe('targets that are open', () => {
  const refusal = (batch: number, more: Partial<VerdictRecord>): VerdictRecord => {
    const { type, attempt, sentAt, answeredAt, targets } = recordOf(batch, 1);
    return {
      type,
      batch,
      attempt,
      sentAt,
      answeredAt,
      targets,
      advice: 'stop',
      about: 'permission',
      ...more,
    };
  };

  it('tell the last answer, so that what was refused is not taken for what was never sent', async () => {
    const ledgers = someLedgers();
    const ledger = newRecall(ledgers);
    await ledger.begin({ at: AT, retryUnknown: false });
    await ledger.sending(request(1, [[0, 10]]));
    const forbidden = refusal(1, { code: '80300002', httpStatus: 403, message: 'no permission' });
    await ledger.verdict({ ...verdict(1, [], { rest: [[0, 10]] }), record: forbidden });
    await ledger.sending(request(2, [[0, 4]], { parent: 1 }));
    const unclear = refusal(2, { httpStatus: 502 });
    await ledger.verdict({
      ...verdict(2, [], { rest: [[0, 4]], mayHaveBeenReceived: true }),
      record: unclear,
    });
    await ledger.sending(request(3, [[8, 10]], { parent: 1 }));
    expect([...ledgers.read('r-0001').outcomes()]).toEqual([
      { span: [0, 4], outcome: 'unknown', code: 'HTTP 502' },
      { span: [4, 8], outcome: 'not-attempted', code: '80300002', reason: 'no permission' },
      { span: [8, 10], outcome: 'unknown' },
      { span: [10, 100], outcome: 'not-attempted' },
    ]);
    ledger.close();
  });

  it('tell it after they went back to the batch they were taken out of, but not once an answer was lost', async () => {
    const ledgers = someLedgers();
    const ledger = newRecall(ledgers);
    await ledger.begin({ at: AT, retryUnknown: false });
    await ledger.sending(request(1, [[0, 10]]));
    const divided = refusal(1, { advice: 'split', code: '80300007' });
    await ledger.verdict({ ...verdict(1, [], { rest: [[0, 10]] }), record: divided });
    await ledger.sending(request(2, [[0, 10]], { parent: 1 }));
    const slower = refusal(2, { advice: 'retry', about: 'quota', failure: 'timeout' });
    await ledger.verdict({ ...verdict(2, [], { rest: [[0, 10]], returned: true }), record: slower });
    const outcomes = (): readonly unknown[] => [...ledgers.read('r-0001').outcomes()];
    expect(outcomes()[0]).toEqual({ span: [0, 10], outcome: 'not-attempted', code: 'timeout' });
    await ledger.sending(request(1, [[0, 10]]));
    ledger.close();
    const next = ledgers.open('r-0001');
    await next.begin({ at: AT, retryUnknown: false });
    expect(outcomes()[0]).toEqual({ span: [0, 10], outcome: 'unknown' });
    next.close();
  });
});
