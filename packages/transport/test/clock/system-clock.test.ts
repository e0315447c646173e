import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/index.ts';

describe('the system clock', () => {
  it('does not wake at once from a sleep that is longer than a timer can be', async () => {
    const stop = new AbortController();
    const sleep = systemClock.sleep(2 ** 31, stop.signal).then(
      () => 'woke by itself',
      (reason: unknown) => reason,
    );
    await systemClock.sleep(30);
    stop.abort('was still asleep');
    await expect(sleep).resolves.toBe('was still asleep');
  });

  it('rejects with the reason of a signal that had aborted before', async () => {
    await expect(systemClock.sleep(1, AbortSignal.abort('enough'))).rejects.toBe('enough');
  });
});
