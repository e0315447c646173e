import type { BadTarget, Fault } from '@unpush/testing';
import { describe, expect, it } from 'vitest';
import { noLedger, type Ledger, type SessionEnd } from '../../../src/ledger/ledger.ts';
import { names } from '../support/list-source.ts';
import { memoryLedger } from '../support/ledger/memory-ledger.ts';
import { setUp } from '../support/stage.ts';

describe('the ledger', () => {
  it('is told before a request leaves, and of the verdict before the next step', async () => {
    const { start, clock, vendor } = setUp({ targets: names(14), vendor: { latencyMs: 100 } });
    const ledger = memoryLedger(clock, { writeMs: 1000 });
    await start({ ledger }).done;
    // A second to write, 100 ms for the answer, a second to write, and only then the next
    expect(vendor.requests.map(({ at }) => at)).toEqual([1000, 3100]);
    expect(ledger.entries).toEqual([
      'sending 1: 10, attempt 1',
      'verdict 1: done',
      'sending 2: 4, attempt 1',
      'verdict 2: done',
      'end: finished',
    ]);
  });

  it('has a verdict written before the sink hears of the targets', async () => {
    const { start, clock, sink } = setUp({ targets: names(3) });
    const ledger = memoryLedger(clock, { writeMs: 1000 });
    const recall = start({ ledger });
    await clock.sleep(1999);
    expect(sink.lines).toEqual([]);
    await clock.sleep(2);
    expect(sink.of('accepted')).toEqual(names(3));
    expect(ledger.entries).toEqual(['sending 1: 3, attempt 1', 'verdict 1: done']);
    await recall.done;
  });

  it('knows the parts of a divided batch as batches of their own', async () => {
    const bad = new Map<string, BadTarget>([['t4', 'foreign']]);
    const { start, clock } = setUp({ targets: names(4), vendor: { bad } });
    const ledger = memoryLedger(clock);
    await start({ ledger }).done;
    expect(ledger.entries).toEqual([
      'sending 1: 4, attempt 1',
      'verdict 1: split',
      'sending 2 of 1: 1, attempt 1',
      'verdict 2: done',
      'sending 3 of 1: 1, attempt 1',
      'verdict 3: done',
      'sending 4 of 1: 1, attempt 1',
      'verdict 4: done',
      'sending 5 of 1: 1, attempt 1',
      'verdict 5: split',
      'end: finished',
    ]);
  });

  it('counts the attempts of a batch', async () => {
    const reset: Fault = { kind: 'lost', failure: 'reset', acted: false };
    const { start, clock } = setUp({
      targets: names(4),
      vendor: { quota: { targetsPerSecond: 1, burst: 4 }, faults: (n) => (n === 1 ? reset : undefined) },
      options: { canary: 0 },
    });
    const ledger = memoryLedger(clock);
    await start({ ledger }).done;
    expect(ledger.entries).toEqual([
      'sending 1: 4, attempt 1',
      'verdict 1: reset',
      'sending 1: 4, attempt 2',
      'verdict 1: done',
      'end: finished',
    ]);
  });

  it('is ended once, with the summary that the caller gets', async () => {
    const { start } = setUp({ targets: names(14) });
    const ended: SessionEnd[] = [];
    const ledger: Ledger = {
      ...noLedger,
      end: (end) => {
        ended.push(end);
        return Promise.resolve('the head hash');
      },
    };
    const summary = await start({ ledger }).done;
    // The ledger makes the last record over the summary, so that one has not its hash yet
    const { evidenceHead, ...rest } = summary;
    expect(evidenceHead).toBe('the head hash');
    expect(ended).toEqual([{ at: Date.UTC(2026, 0, 1), state: 'finished', summary: rest }]);
  });
});
