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
    [30_000, 'ok', 0, 'behind'],
    [2 * MINUTE_MS, 'warn', 0, 'behind'],
    [-2 * MINUTE_MS, 'warn', 0, 'ahead of'],
    [10 * MINUTE_MS, 'fail', 2, 'behind'],
    [-10 * MINUTE_MS, 'fail', 2, 'ahead of'],
  ] as const)('%d ms between it and the server: %s', async (offsetMs, status, exit, direction) => {
    stage.running.emulator.faults.set([{ action: { type: 'clock', offsetMs } }]);
    const examined = await examine(stage, stage.flags);
    expect(examined.exit).toBe(exit);
    expect(examined.check('Clock').status).toBe(status);
    expect(examined.check('Clock').detail).toContain(direction);
    const skewMs = Number(examined.check('Clock').facts?.['skewMs']);
    expect(Math.abs(skewMs + offsetMs)).toBeLessThan(2000);
    if (status !== 'ok') expect(examined.check('Clock').remedy).toContain('NTP');
  });
});

