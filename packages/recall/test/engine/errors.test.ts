import { CredentialError, InvalidRequestError } from '@unpush/core';
import type { BadTarget, Fault } from '@unpush/testing';
import { describe, expect, it } from 'vitest';
import type { TargetSource } from '../../src/intake/target-source.ts';
import { noLedger, type Ledger } from '../../src/ledger/ledger.ts';
import type { Pacer } from '../../src/pace/pacer.ts';
import { listOf, names } from './support/list-source.ts';
import { memoryLedger } from './support/ledger/memory-ledger.ts';
import { setUp } from './support/stage.ts';
import { strictLedger } from './support/ledger/strict-ledger.ts';

const inTens = { batchSize: 10, concurrency: 2 };
const thrown = (error: Error): Fault => ({ kind: 'throw', error });
const at = (number: number, fault: Fault) => (attempt: number) => (attempt === number ? fault : undefined);

describe('an attempt that throws', () => {
  it('ends the recall with its error, hands every target on, and closes the ledger', async () => {
    const error = new CredentialError('the key cannot sign');
    const { start, sink, vendor, clock } = setUp({
      targets: names(60),
      vendor: { latencyMs: 100, faults: at(3, thrown(error)) },
      options: inTens,
    });
    const ledger = memoryLedger(clock);
    const recall = start({ ledger });
    await expect(recall.done).rejects.toBe(error);
    expect(vendor.requests).toHaveLength(2);
    expect(sink.of('accepted')).toEqual(names(20));
    // Nothing left under a credential that could not be made
    expect(sink.of('not-attempted')).toEqual([...names(30).slice(20), ...names(60).slice(30)]);
    expect(recall.snapshot()).toMatchObject({
      state: 'stopped',
      stoppedBy: { cause: 'error' },
      targets: { read: 60, accepted: 20, notAttempted: 40 },
    });
    expect(ledger.entries.at(-1)).toBe('end: stopped');
  });

  it.each([
    [new CredentialError('the key cannot sign'), 'not-attempted'],
    [new InvalidRequestError([{ field: 'notifyId', problem: 'missing' }]), 'not-attempted'],
    // Nobody knows how far a request came in which the program itself failed
    [new TypeError('undefined is not a function'), 'unknown'],
  ] as const)('leaves its targets as far as they came: %s', async (error, outcome) => {
    const { start, sink } = setUp({ targets: names(10), vendor: { faults: () => thrown(error) } });
    await expect(start().done).rejects.toBe(error);
    expect(sink.of(outcome)).toEqual(names(10));
  });

  it('leaves targets unknown whose first request was lost', async () => {
    const error = new CredentialError('the key cannot sign');
    const lost: Fault = { kind: 'lost', failure: 'reset', acted: true };
    const { start, sink } = setUp({
      targets: names(10),
      vendor: { faults: (attempt) => (attempt === 1 ? lost : thrown(error)) },
    });
    await expect(start().done).rejects.toBe(error);
    expect(sink.of('unknown')).toEqual(names(10));
  });

  it('loses no part of a canary that was being divided', async () => {
    const error = new CredentialError('the key cannot sign');
    const bad = new Map<string, BadTarget>(names(10).map((target) => [target, 'misfit']));
    // The seventh request: t1 to t3 are held by then, t4 is next, t6 to t10 wait
    const { start, sink } = setUp({ targets: names(30), vendor: { bad, faults: at(7, thrown(error)) } });
    await expect(start().done).rejects.toBe(error);
    expect(sink.of('not-attempted').toSorted()).toEqual(names(30).toSorted());
    expect(sink.lines).toHaveLength(30);
  });
});

describe('a source that throws', () => {
  /** Forty targets, and then an error. */
  const broken = (error: Error): TargetSource => ({
    async *read() {
      yield* listOf(names(40), { chunkSize: 8 }).read();
      throw error;
    },
  });

  it('ends the recall with its error, and hands on what was read', async () => {
    const error = new Error('the disk is gone');
    const { start, sink, vendor } = setUp({
      targets: [],
      vendor: { latencyMs: 100 },
      options: { batchSize: 25, concurrency: 2 },
    });
    const recall = start({ source: broken(error) });
    await expect(recall.done).rejects.toBe(error);
    expect(vendor.requests.map(({ targets }) => targets.length)).toEqual([10, 25]);
    expect(sink.of('accepted')).toEqual(names(35));
    expect(sink.of('not-attempted')).toEqual(names(40).slice(35));
    expect(recall.snapshot().targets).toMatchObject({ read: 40, accepted: 35, notAttempted: 5 });
  });

  it('ends within the grace, though a request hangs', async () => {
    const error = new Error('the disk is gone');
    const { start, sink } = setUp({
      targets: [],
      vendor: { faults: at(2, { kind: 'hang', acted: false }) },
      options: { batchSize: 25 },
    });
    const recall = start({ source: broken(error) });
    await expect(recall.done).rejects.toBe(error);
    expect(recall.snapshot().elapsedMs).toBe(700);
    expect(sink.of('unknown')).toEqual(names(35).slice(10));
  });
});

describe('a sink that throws', () => {
  it('ends the recall with its error and is told of no target twice', async () => {
    const error = new Error('no space left on device');
    const { start, sink } = setUp({ targets: names(60), vendor: { latencyMs: 100 }, options: inTens });
    let calls = 0;
    const recall = start({
      sink: {
        settled: (settled) => {
          calls += 1;
          void sink.settled(settled);
          if (calls === 2) throw error;
        },
      },
    });
    await expect(recall.done).rejects.toBe(error);
    expect(sink.lines.map(({ target }) => target).toSorted()).toEqual(names(60).toSorted());
    const { read, accepted, rejected, unknown, notAttempted } = recall.snapshot().targets;
    expect({ read, accepted, rejected, unknown, notAttempted }).toEqual({
      read: 60,
      accepted: 30,
      rejected: 0,
      unknown: 0,
      notAttempted: 30,
    });
  });

  it('leaves no target uncounted that the ledger has settled', async () => {
    const error = new Error('no space left on device');
    const bad = new Map<string, BadTarget>([['t2', 'illegal']]);
    const { start, clock } = setUp({ targets: names(3), vendor: { bad } });
    // Called for those that were accepted, and not again for the one that was not
    const settled = (): void => {
      throw error;
    };
    const ledger = strictLedger(clock);
    const recall = start({ sink: { settled }, ledger: ledger.session() });
    await expect(recall.done).rejects.toBe(error);
    expect(ledger.ended?.summary.targets).toMatchObject({ accepted: 2, rejected: 1, notAttempted: 0 });
  });

  it('has its source closed all the same', async () => {
    let closed = false;
    const source: TargetSource = {
      async *read() {
        try {
          // More than is listed at once, so that it has not come to its end by itself
          yield* listOf(names(12_000), { chunkSize: 10 }).read();
        } finally {
          closed = true;
        }
      },
    };
    const { start } = setUp({ targets: [] });
    const settled = (): void => {
      throw new Error('no space left on device');
    };
    await expect(start({ source, sink: { settled } }).done).rejects.toThrow('no space left on device');
    expect(closed).toBe(true);
  });
});

describe('a ledger that throws', () => {
  const failing = (at: keyof Ledger): Ledger => ({
    ...noLedger,
    [at]: () => Promise.reject(new Error('the ledger is locked')),
  });

  it('keeps the request back that it could not write down', async () => {
    const { start, vendor, sink } = setUp({ targets: names(20) });
    await expect(start({ ledger: failing('sending') }).done).rejects.toThrow('the ledger is locked');
    expect(vendor.requests).toEqual([]);
    expect(sink.of('not-attempted')).toEqual(names(20));
  });

  it('has nobody say "accepted" of what it could not write down', async () => {
    const { start, vendor, sink } = setUp({ targets: names(20) });
    await expect(start({ ledger: failing('verdict') }).done).rejects.toThrow('the ledger is locked');
    expect(vendor.requests).toHaveLength(1);
    expect(sink.of('unknown')).toEqual(names(10));
    expect(sink.of('not-attempted')).toEqual(names(20).slice(10));
  });

  it('fails the recall where it cannot begin: nothing is read or sent', async () => {
    const { start, vendor } = setUp({ targets: names(20) });
    const recall = start({ ledger: failing('begin') });
    await expect(recall.done).rejects.toThrow('the ledger is locked');
    expect(vendor.requests).toEqual([]);
    expect(recall.snapshot()).toMatchObject({ state: 'stopped', stoppedBy: { cause: 'error' } });
  });

  it('fails the recall where it cannot be ended', async () => {
    const { start } = setUp({ targets: names(20) });
    await expect(start({ ledger: failing('end') }).done).rejects.toThrow('the ledger is locked');
  });
});

describe('a pacer that throws', () => {
  it('ends the recall with its error, and nothing leaves', async () => {
    const error = new Error('the shared quota cannot be read');
    const { start, vendor, sink } = setUp({ targets: names(20) });
    const left: boolean[] = [];
    const pacer: Pacer = {
      join: () => ({ take: () => Promise.reject(error), leave: () => void left.push(true) }),
      targetsPerSecond: undefined,
    };
    await expect(start({ pacer }).done).rejects.toBe(error);
    expect(vendor.requests).toEqual([]);
    expect(sink.of('not-attempted')).toEqual(names(20));
    expect(left).toEqual([true]);
  });
});

describe('options that make no sense', () => {
  it.each([
    { concurrency: 0 },
    { concurrency: 1.5 },
    { concurrency: Number.NaN },
    { batchSize: 0 },
    { batchSize: 2.5 },
    { canary: -1 },
    { maxAttempts: 0 },
    { retryBaseMs: -1 },
    { retryForMs: -1 },
    { giveUpAfterMs: Number.NaN },
    { graceMs: -1 },
  ])('are refused before anything is read or sent: %o', (options) => {
    const { start, vendor } = setUp({ targets: names(20) });
    expect(() => start(options)).toThrow(InvalidRequestError);
    expect(vendor.requests).toEqual([]);
  });

  it('are named with what they may be', () => {
    const { start } = setUp({ targets: [] });
    expect(() => start({ concurrency: 0, canary: 2.5 })).toThrow(
      'concurrency: must be a whole number, 1 or more; got the number 0\n' +
        'canary: must be a whole number, 0 or more; got the number 2.5',
    );
  });
});

describe('a request that somebody else gave up', () => {
  const closed: Fault = { kind: 'unsent', failure: 'aborted' };

  it('ends the recall, as no further one will fare better', async () => {
    const { start, sink, vendor } = setUp({
      targets: names(5000),
      vendor: { faults: (attempt) => (attempt > 2 ? closed : undefined) },
      options: inTens,
    });
    const summary = await start().done;
    expect(summary).toMatchObject({ state: 'stopped', stoppedBy: { cause: 'error', failure: 'aborted' } });
    expect(vendor.requests.length).toBeLessThan(6);
    expect(sink.of('not-attempted')).toHaveLength(4980);
  });

  it('does not count as done where it was the last', async () => {
    const { start } = setUp({
      targets: names(20),
      vendor: { faults: at(2, { kind: 'lost', failure: 'aborted', acted: true }) },
      options: inTens,
    });
    const summary = await start().done;
    expect(summary).toMatchObject({ state: 'stopped', targets: { accepted: 10, unknown: 10 } });
  });
});

describe('a sink that fails while the recall winds down', () => {
  it('is told of no target twice', async () => {
    const told: string[] = [];
    const { start, clock } = setUp({
      targets: names(10),
      vendor: { latencyMs: 100, faults: () => ({ kind: 'lost', failure: 'reset', acted: false }) },
      options: { canary: 0, concurrency: 1 },
    });
    const recall = start({
      sink: {
        settled({ placed }) {
          told.push(...placed.batch.targets());
          throw new Error('the disk is full');
        },
      },
    });
    void clock.sleep(150).then(() => recall.stop());
    await expect(recall.done).rejects.toThrow('the disk is full');
    expect(told).toEqual(names(10));
    expect(recall.snapshot().targets).toMatchObject({ unknown: 10, notAttempted: 0 });
  });
});
