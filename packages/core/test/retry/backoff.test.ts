import { describe, expect, it } from 'vitest';
import { backoffMs } from '@unpush/core';

const longest = () => 0.999_999;
const shortest = () => 0;

describe('backoffMs', () => {
  it.each([
    [0, 500],
    [1, 1000],
    [2, 2000],
    [10, 30_000],
  ])('before repeat %d waits up to %d ms', (repeat, ms) => {
    expect(backoffMs({ repeat, random: longest })).toBe(ms);
    expect(backoffMs({ repeat, random: shortest })).toBe(0);
  });

  it('never waits less than the vendor asks for', () => {
    expect(backoffMs({ repeat: 0, random: shortest, retryAfterMs: 2000 })).toBe(2000);
    expect(backoffMs({ repeat: 0, random: longest, retryAfterMs: 2000, baseMs: 100 })).toBe(2100);
  });
});
