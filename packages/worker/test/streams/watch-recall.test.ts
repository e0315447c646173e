import { LedgerError } from '@unpush/recall';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecallAnswer } from '../../src/contract/recall-answer.ts';
import { streamOf } from '../../src/object/streams/stream-of.ts';
import { watchRecall } from '../../src/object/streams/watch-recall.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => vi.useRealTimers());

const NO_TARGETS = {
  read: 0,
  malformed: 0,
  duplicate: 0,
  accepted: 0,
  rejected: 0,
  unknown: 0,
  notAttempted: 0,
};

const answerOf = (changed: Partial<RecallAnswer> = {}): RecallAnswer => ({
  ...{ recallId: 'r-1', app: 'shop', vendor: 'huawei', vendorApp: '1', selector: { notifyId: 7 } },
  ...{ endpoint: 'https://push.example', state: 'running', wanted: 'run', forgotten: false },
  ...{ targets: NO_TARGETS, requests: { sent: 0, retried: 0, throttled: 0 }, codes: {}, audit: [] },
  ...{ createdAt: '2026-11-27T00:00:00.000Z', elapsedMs: 0 },
  ...changed,
});

/** A recall that is watched: what was told, each with the second at which it was. */
function watched(read: () => Promise<RecallAnswer>) {
  const begun = Date.now();
  const gone = new AbortController();
  const stream = streamOf(watchRecall({ read, signal: gone.signal }), () => {
    gone.abort();
  });
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  const told: [second: number, event: string][] = [];
  const reading = (async () => {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read())
      told.push([Math.round((Date.now() - begun) / 1000), piece.value.split('\n')[0] ?? '']);
  })();
  return { told, reading, leave: () => reader.cancel() };
}

/** Lets so many seconds pass; streams need turns of their own between. */
async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    await scheduler.wait(1);
    await vi.advanceTimersByTimeAsync(1000);
  }
  await scheduler.wait(1);
}

describe('watching a recall', () => {
  it('says that it is still there after fifteen seconds of silence, and again', async () => {
    let elapsedMs = 0;
    // Time goes on, and nothing else
    const { told, leave } = watched(() => Promise.resolve(answerOf({ elapsedMs: (elapsedMs += 1000) })));
    await pass(31);
    expect(told).toEqual([
      [0, 'event: recall'],
      [15, ': still there'],
      [30, ': still there'],
    ]);
    await leave();
  });

  it('counts the silence from what was told last, and ends with the recall', async () => {
    let sent = 0;
    let state: RecallAnswer['state'] = 'running';
    const read = (): Promise<RecallAnswer> =>
      Promise.resolve(answerOf({ state, requests: { sent, retried: 0, throttled: 0 } }));
    const { told, reading } = watched(read);
    await pass(10);
    sent = 1;
    await pass(17);
    state = 'finished';
    await pass(2);
    await reading;
    expect(told).toEqual([
      [0, 'event: recall'],
      // It is looked at once a second
      [11, 'event: recall'],
      [26, ': still there'],
      [28, 'event: end'],
    ]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('says that an upload is gone which was dropped, and ends', async () => {
    let isThere = true;
    const gone = new LedgerError('no recall of that name.', { problem: 'not-found' });
    const read = (): Promise<RecallAnswer> =>
      isThere ? Promise.resolve(answerOf({ state: 'uploading' })) : Promise.reject(gone);
    const { told, reading } = watched(read);
    await pass(2);
    isThere = false;
    await pass(2);
    await reading;
    expect(told).toEqual([
      [0, 'event: recall'],
      [3, 'event: gone'],
    ]);
  });

  it('breaks off where the recall cannot be read, and says of none that runs that it has ended', async () => {
    let isFull = false;
    const full = new LedgerError('the storage is out of reach.', { problem: 'unreachable' });
    const { told, reading } = watched(() => (isFull ? Promise.reject(full) : Promise.resolve(answerOf())));
    const broken = expect(reading).rejects.toThrow('out of reach');
    await pass(2);
    isFull = true;
    await pass(2);
    await broken;
    expect(told).toEqual([[0, 'event: recall']]);
  });

  it('stops when the reader goes: no timer is left, and nothing is looked at any more', async () => {
    let looks = 0;
    const { told, leave } = watched(() => {
      looks += 1;
      return Promise.resolve(answerOf());
    });
    await pass(3);
    expect([told.length, vi.getTimerCount()]).toEqual([1, 1]);
    await leave();
    await scheduler.wait(1);
    expect(vi.getTimerCount()).toBe(0);
    const before = looks;
    await pass(5);
    expect(looks).toBe(before);
  });
});

describe('a reader who is slow', () => {
  it('is given no piece before they ask for it', async () => {
    vi.useRealTimers();
    let made = 0;
    async function* pieces(): AsyncGenerator<string> {
      await Promise.resolve();
      for (; made < 1000;) yield `${(made += 1)}\n`;
    }
    let ends = 0;
    const reader = streamOf(pieces(), () => {
      ends += 1;
    }).getReader();
    await scheduler.wait(5);
    expect(made).toBe(0);
    for (let asked = 1; asked <= 3; asked += 1) {
      await reader.read();
      await scheduler.wait(5);
      expect(made).toBe(asked);
    }
    await reader.cancel();
    expect([made, ends]).toEqual([3, 1]);
  });
});
