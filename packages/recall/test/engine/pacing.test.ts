import { verdictOf, type BadTarget, type Fault } from '@unpush/testing';
import { CredentialError } from '@unpush/core';
import { describe, expect, it } from 'vitest';
import { noLedger } from '../../src/ledger/ledger.ts';
import { names } from './support/list-source.ts';
import { play, setUp } from './support/stage.ts';

const throttle = (retryAfterMs?: number): Fault => ({
  kind: 'answer',
  verdict: verdictOf({
    advice: 'retry',
    about: 'quota',
    httpStatus: 503,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  }),
});

const script = (faults: readonly (Fault | undefined)[]) => (attempt: number) => faults[attempt - 1];

describe('the time that is left', () => {
  it('is told once there is more to go by than the canary, in whole milliseconds', async () => {
    const { clock, start } = setUp({
      targets: names(100),
      // The canary takes ten seconds; then ten targets come every 1.5 s
      vendor: { batchSize: 10, latencyMs: (attempt) => (attempt === 1 ? 10_000 : 1500) },
      options: { concurrency: 1 },
    });
    const recall = start();
    const told: (number | undefined)[] = [];
    for (const wait of [5000, 5100, 1000, 2500]) {
      await clock.sleep(wait);
      told.push(recall.remainingMs());
    }
    // Beyond the canary 20 in 3.5 s, and 70 are left
    expect(told).toEqual([undefined, undefined, undefined, 12_250]);
    await recall.done;
    expect(recall.remainingMs()).toBe(0);
    const thirds = setUp({ targets: names(80), vendor: { batchSize: 10, latencyMs: 1300 } });
    const other = thirds.start({ concurrency: 1 });
    await thirds.clock.sleep(1400);
    other.remainingMs();
    await thirds.clock.sleep(4000);
    // 30 in 4 s, and 40 are left: 5333 and a third
    expect(other.remainingMs()).toBe(5334);
    await other.done;
  });
});

describe('the pacer', () => {
  it('is asked for each request, and counts its targets', async () => {
    const bad = new Map<string, BadTarget>([['t4', 'foreign']]);
    const { pacer } = await play({ targets: names(14), vendor: { bad } });
    expect(pacer.taken).toEqual([10, 4, 2, 1, 1, 4, 2, 4]);
    expect(pacer.ends).toHaveLength(8);
  });

  it('is told what flow control made of each, and how long the vendor asks to wait', async () => {
    const faults = script([
      throttle(),
      throttle(7000),
      { kind: 'unsent', failure: 'refused' },
      { kind: 'lost', failure: 'timeout', acted: false },
      { kind: 'answer', verdict: verdictOf({ advice: 'retry', about: 'vendor-fault', httpStatus: 500 }) },
    ]);
    const { pacer } = await play({ targets: ['t1'], vendor: { faults }, options: { maxAttempts: 9 } });
    expect(pacer.ends).toEqual([
      { kind: 'refused' },
      { kind: 'refused', retryAfterMs: 7000 },
      { kind: 'lost' },
      { kind: 'lost' },
      // Flow control let it through, whatever else was wrong
      { kind: 'passed' },
      { kind: 'passed' },
    ]);
  });

  it('gets each turn back, also where the request never left', async () => {
    const error = new CredentialError('the key cannot sign');
    const thrown = setUp({ targets: ['t1'], vendor: { faults: script([{ kind: 'throw', error }]) } });
    await expect(thrown.start().done).rejects.toBe(error);
    expect(thrown.pacer.ends).toEqual([{ kind: 'lost' }]);

    const unwritten = setUp({ targets: ['t1'] });
    const ledger = { ...noLedger, sending: () => Promise.reject(new Error('the ledger is locked')) };
    await expect(unwritten.start({ ledger }).done).rejects.toThrow('the ledger is locked');
    expect(unwritten.pacer.ends).toEqual([{ kind: 'lost' }]);
  });

  it('is joined once, and left when the recall has ended, however that was', async () => {
    const { pacer } = await play({ targets: names(30) });
    expect(pacer.joined).toBe(0);
    const failing = setUp({ targets: names(30), vendor: { faults: script([throttle(60_000)]) } });
    const recall = failing.start();
    await failing.clock.sleep(1000);
    expect(failing.pacer.joined).toBe(1);
    recall.stop();
    await recall.done;
    expect(failing.pacer.joined).toBe(0);
  });
});
