import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchOf, batchOfJson, joinBatches, type Batch } from '@unpush/core';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The targets on bytes, with `before` strings in front and others behind that are not meant. */
function onBytes(targets: readonly string[], before = 0): Batch {
  const all = [...Array.from({ length: before }, (_, index) => `no-${index}`), ...targets, 'nor this'];
  const parts = all.map((target) => new TextEncoder().encode(`${JSON.stringify(target)},`));
  const ends = new Uint32Array(all.length);
  let length = 0;
  for (const [index, part] of parts.entries()) {
    length += part.length;
    ends[index] = length - 1;
  }
  const bytes = Uint8Array.from(parts.flatMap((part) => [...part]));
  return batchOfJson({ bytes, ends, from: before, to: before + targets.length });
}

/** What a batch shows of itself. */
function seen(batch: Batch): unknown {
  const into = new Uint8Array(batch.jsonLength + 4).fill(0x2e);
  batch.writeJson(into, 2);
  const { bytes, ends, from, to } = batch.run();
  return {
    count: batch.count,
    json: text(batch.json()),
    jsonLength: batch.jsonLength,
    written: text(into),
    targetBytes: batch.targetBytes,
    targets: batch.targets(),
    run: Array.from({ length: to - from }, (_, index) => {
      const start = from + index === 0 ? 0 : ends[from + index - 1]! + 1;
      return text(bytes.subarray(start, ends[from + index]));
    }),
  };
}

/** What any batch of these targets must show, by JSON.stringify alone. */
function expected(targets: readonly string[]): unknown {
  const json = JSON.stringify(targets);
  const bytes = new TextEncoder().encode(json).length;
  return {
    count: targets.length,
    json,
    jsonLength: bytes,
    written: `..${json}..`,
    targetBytes: bytes - 2 - 2 * targets.length - Math.max(0, targets.length - 1),
    targets,
    run: targets.map((target) => JSON.stringify(target)),
  };
}

const target = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom('"', '\\', '\\"', '"\\\\"', '","', '', '\u0000\n', '\u2028', '推送🔔', '\ufeffa'),
);
const wellFormed = fc.array(target.filter((one) => one.isWellFormed()));
const forms = fc.constantFrom<(targets: readonly string[]) => Batch>(
  batchOf,
  onBytes,
  (targets) => onBytes(targets, 3),
  (targets) => joinBatches([onBytes(targets.slice(0, 2)), batchOf([]), batchOf(targets.slice(2))]),
  (targets) => joinBatches(targets.map((one) => onBytes([one], 1))),
);

describe('a batch, whatever it stands on', () => {
  it('shows the same', () => {
    fc.assert(
      fc.property(wellFormed, forms, (targets, made) => {
        expect(seen(made(targets))).toEqual(expected(targets));
      }),
    );
  });

  it('shows the same of its slices, and of theirs', () => {
    fc.assert(
      fc.property(
        wellFormed,
        forms,
        fc.tuple(fc.nat(9), fc.nat(9), fc.nat(5), fc.nat(5)),
        (targets, made, cut) => {
          const [start, end, from, to] = cut;
          const slice = made(targets).slice(start, end);
          expect(seen(slice)).toEqual(expected(targets.slice(start, end)));
          expect(seen(slice.slice(from, to))).toEqual(expected(targets.slice(start, end).slice(from, to)));
        },
      ),
    );
  });

  it('shows the same of what is picked, in any order, again and beyond the end', () => {
    fc.assert(
      fc.property(wellFormed, forms, fc.array(fc.nat(12)), (targets, made, indices) => {
        const picked = indices.flatMap((index) => targets[index] ?? []);
        expect(seen(made(targets).pick(indices))).toEqual(expected(picked));
        const rest = made(targets).slice(1, 9).pick(indices);
        expect(seen(rest)).toEqual(expected(indices.flatMap((index) => targets.slice(1, 9)[index] ?? [])));
      }),
    );
  });
});

describe('batchOfJson', () => {
  it('reads the strings off when it is asked for them', () => {
    const bytes = new TextEncoder().encode('"a\\"b","é","c"');
    const run = { bytes, ends: Uint32Array.of(6, 11, 15) };
    expect(batchOfJson({ ...run, from: 0, to: 3 }).targets()).toEqual(['a"b', 'é', 'c']);
    expect(text(batchOfJson({ ...run, from: 1, to: 2 }).json())).toBe('["é"]');
    expect(text(batchOfJson({ ...run, from: 3, to: 3 }).json())).toBe('[]');
  });
});

describe('joinBatches', () => {
  it('can be of nothing', () => {
    expect(text(joinBatches([]).json())).toBe('[]');
    expect(text(joinBatches([batchOf([]), batchOf([])]).json())).toBe('[]');
  });

  it('is the batch itself where there is but one', () => {
    const only = batchOf(['a']);
    expect(joinBatches([batchOf([]), only])).toBe(only);
  });
});
