import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeviceNumbers } from '../../src/world/device-numbers.ts';

describe('device numbers', () => {
  it('are what a plain map would hold, few or many', () => {
    const change = fc.tuple(fc.nat(20_000), fc.nat(9));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 50 }), fc.boolean(), (changes, many) => {
        const numbers = new DeviceNumbers();
        const plain = new Map<number, number>();
        const filler = many
          ? Array.from({ length: 5000 }, (_, device): [number, number] => [device * 3, 7])
          : [];
        for (const [device, value] of [...filler, ...changes]) {
          numbers.set(device, value);
          plain.set(device, value);
        }
        for (const [device, value] of plain) expect(numbers.get(device)).toBe(value);
        const kept = [...plain].filter(([, value]) => value !== 0).sort(([one], [other]) => one - other);
        expect([...numbers.entries()].sort(([one], [other]) => one - other)).toEqual(kept);
      }),
      { numRuns: 40 },
    );
  });

  it('are 0 where nothing was set, and after clear', () => {
    const numbers = new DeviceNumbers();
    for (let device = 0; device < 10_000; device += 1) numbers.set(device, 1);
    expect(numbers.get(10_000)).toBe(0);
    numbers.clear();
    expect(numbers.get(5)).toBe(0);
    expect([...numbers.entries()]).toEqual([]);
  });
});
