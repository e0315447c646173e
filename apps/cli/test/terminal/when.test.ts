import { afterEach, describe, expect, it, vi } from 'vitest';
import { whenOf } from '../../src/terminal/when.ts';

describe('a moment', () => {
  afterEach(() => vi.unstubAllEnvs());

  // What GNU date says: TZ=… date -d @1795629600 '+%F %R %:z'
  it.each([
    ['UTC', '2026-11-25 18:00 UTC'],
    ['Asia/Shanghai', '2026-11-26 02:00 +08:00'],
    ['America/St_Johns', '2026-11-25 14:30 -03:30'],
    ['Asia/Kathmandu', '2026-11-25 23:45 +05:45'],
  ])('says the zone of this machine: %s', (zone, words) => {
    vi.stubEnv('TZ', zone);
    expect(whenOf(1_795_629_600_000)).toBe(words);
  });
});
