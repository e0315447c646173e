import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Nonces } from '../../src/mpaas/checks/nonces.ts';

describe('the memory of nonces', () => {
  it('takes each once in its time, and keeps none that is older', () => {
    const step = fc.record({ nonce: fc.nat(5).map(String), wait: fc.nat(40) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const nonces = new Nonces();
        const takenAt = new Map<string, number>();
        let now = 0;
        for (const { nonce, wait } of steps) {
          now += wait;
          const before = takenAt.get(nonce);
          const isFree = before === undefined || now - before >= 100;
          expect(nonces.take(nonce, now, 100)).toBe(isFree);
          if (isFree) takenAt.set(nonce, now);
          expect(nonces.count).toBe([...takenAt.values()].filter((at) => now - at < 100).length);
        }
      }),
    );
  });
});
