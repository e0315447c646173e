import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examine } from '../support/examine.ts';
import { setStage, type Stage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

describe('unpush doctor and the clock', () => {
  const MINUTE_MS = 60_000;
  it.each([
    { offsetMs: 30_000, status: 'ok', exit: 0, direction: 'behind' },
    { offsetMs: 2 * MINUTE_MS, status: 'warn', exit: 0, direction: 'behind' },
    { offsetMs: -2 * MINUTE_MS, status: 'warn', exit: 0, direction: 'ahead of' },
    { offsetMs: 10 * MINUTE_MS, status: 'fail', exit: 2, direction: 'behind' },
    { offsetMs: -10 * MINUTE_MS, status: 'fail', exit: 2, direction: 'ahead of' },
  ])('$offsetMs ms between it and the server: $status', async ({ offsetMs, status, exit, direction }) => {
    stage.running.emulator.faults.set([{ action: { type: 'clock', offsetMs } }]);
    const examined = await examine(stage, stage.flags);
    const { detail, facts, remedy, ...clock } = examined.check('Clock');
    expect({ exit: examined.exit, status: clock.status }).toEqual({ exit, status });
    expect(detail).toContain(direction);
    expect(Math.abs(Number(facts?.['skewMs']) + offsetMs)).toBeLessThan(2000);
    if (status !== 'ok') expect(remedy).toContain('NTP');
  });
});
