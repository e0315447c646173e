import { batchOf } from '@unpush/core';
import type { BadTarget, Fault } from '@unpush/testing';
import { describe, expect, it } from 'vitest';
import { startRecall } from '../../src/engine/start-recall.ts';
import type { Malformed, TargetChunk } from '../../src/intake/target-source.ts';
import { chunksOf, listOf, names } from './support/list-source.ts';
import { play, setUp } from './support/stage.ts';

const placeOfEach = names(60).map((target, index) => `${target} list.txt:${index + 1}`);

describe('places', () => {
  it.each([1, 3, 7, 10, 64])('hold through divisions, picks and chunks of %d', async (chunkSize) => {
    const kinds: readonly BadTarget[] = ['foreign', 'misfit', 'invalid', 'illegal'];
    const bad = new Map(
      names(60).flatMap((target, index) => {
        const kind = kinds[index % 7];
        return kind === undefined ? [] : [[target, kind] as const];
      }),
    );
    const { start, sink } = setUp({ targets: [], vendor: { bad }, options: { batchSize: 13 } });
    await start({ source: listOf(names(60), { chunkSize }) }).done;
    expect(sink.lines.map(({ target, place }) => `${target} ${place}`).toSorted()).toEqual(
      placeOfEach.toSorted(),
    );
  });

  it('are those of each file where one batch spans several', async () => {
    const file = (name: string, targets: readonly string[]): TargetChunk => ({
      targets: batchOf(targets),
      place: (index) => ({ file: name, line: 100 + index }),
      malformed: [],
      duplicate: 0,
    });
    const noFile: TargetChunk = { targets: batchOf(['c1']), malformed: [], duplicate: 0 };
    const { start, sink, vendor } = setUp({ targets: [] });
    await start({ source: chunksOf([file('a.csv', ['a1', 'a2']), noFile, file('b.csv', ['b1', 'b2'])]) })
      .done;
    expect(vendor.requests).toHaveLength(1);
    expect(sink.lines.map(({ target, place }) => [target, place])).toEqual([
      ['a1', 'a.csv:100'],
      ['a2', 'a.csv:101'],
      ['c1', undefined],
      ['b1', 'b.csv:100'],
      ['b2', 'b.csv:101'],
    ]);
  });
});

describe('what is passed over while reading', () => {
  const malformed: readonly Malformed[] = [
    { reason: 'inner whitespace', text: 'a b', place: { file: 'list.txt', line: 2 } },
  ];

  it('is handed on and counted', async () => {
    const { start, sink } = setUp({ targets: [] });
    const chunks: readonly TargetChunk[] = [
      { targets: batchOf(['t1']), malformed, duplicate: 2 },
      { targets: batchOf([]), malformed: [], duplicate: 3 },
      { targets: batchOf(['t2']), malformed: [], duplicate: 0 },
    ];
    const summary = await start({ source: chunksOf(chunks) }).done;
    expect(sink.passedOver).toEqual(malformed);
    expect(summary.targets).toEqual({
      read: 8,
      malformed: 1,
      duplicate: 5,
      accepted: 2,
      rejected: 0,
      unknown: 0,
      notAttempted: 0,
    });
  });

  it('is handed on also from the rest that is never tried', async () => {
    const stop: Fault = { kind: 'unsent', failure: 'dns' };
    const { start, sink } = setUp({
      targets: [],
      vendor: { faults: () => stop },
      options: { maxAttempts: 1 },
    });
    const chunks: readonly TargetChunk[] = [
      { targets: batchOf(names(10)), malformed: [], duplicate: 0 },
      { targets: batchOf(['t11']), malformed, duplicate: 0 },
    ];
    const summary = await start({ source: chunksOf(chunks) }).done;
    expect(sink.passedOver).toEqual(malformed);
    expect(summary.targets).toMatchObject({ read: 12, malformed: 1, notAttempted: 11 });
  });
});

describe('the rest that is never tried', () => {
  const stop: Fault = { kind: 'unsent', failure: 'dns' };
  const scene = { targets: names(12_000), vendor: { faults: () => stop }, options: { maxAttempts: 1 } };

  it('is listed, in order, where there is a sink', async () => {
    const { sink, events } = await play(scene);
    expect(sink.of('not-attempted')).toEqual(names(12_000));
    expect(sink.line('t12000')).toEqual({
      target: 't12000',
      outcome: 'not-attempted',
      place: 'list.txt:12000',
    });
    expect(events.filter(({ type }) => type === 'listing-rest')).toHaveLength(1);
  });

  it('is counted where there is none', async () => {
    const { clock, vendor } = setUp(scene);
    const plain = { recallId: 'plain', selector: 'message', revoker: vendor, clock, maxAttempts: 1 };
    const counted = await startRecall({ ...plain, source: listOf(names(12_000)) }).done;
    expect(counted.targets).toMatchObject({ read: 12_000, notAttempted: 12_000 });
  });

  it('is not even read where there is no sink and the totals are known', async () => {
    const { clock, vendor } = setUp(scene);
    const list = listOf(names(12_000), { totalsKnown: true });
    let chunks = 0;
    const summary = await startRecall({
      recallId: 'plain',
      selector: 'message',
      revoker: vendor,
      clock,
      maxAttempts: 1,
      source: {
        ...list,
        async *read() {
          for await (const chunk of list.read()) {
            chunks += 1;
            yield chunk;
          }
        },
      },
    }).done;
    expect(chunks).toBe(1);
    expect(summary.targets).toMatchObject({ read: 12_000, notAttempted: 12_000 });
  });
});
