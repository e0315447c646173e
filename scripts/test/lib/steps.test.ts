import { describe, expect, it } from 'vitest';
import { createSteps, type StepResult, type Steps } from '../../lib/steps.mjs';

const ok = (): Promise<StepResult> => Promise.resolve({ ok: true });
const failed = (code: number): (() => Promise<StepResult>) => {
  return () => Promise.resolve({ ok: false, code, output: 'line 1\nline 2\n' });
};

/** Steps whose clock moves by 1.5 s each time it is read. */
function bench(signal?: NodeJS.Signals): { readonly steps: Steps; readonly said: () => string } {
  let text = '';
  let time = 0;
  const steps = createSteps({
    children: { interrupted: () => signal },
    write: (more) => (text += more),
    now: () => (time += 1500),
  });
  return { steps, said: () => text };
}

describe('a step', () => {
  it('that goes well is one line with the time it took', async () => {
    const { steps, said } = bench();
    expect(
      await steps.run({ name: 'node', action: () => Promise.resolve({ ok: true, note: '24.21.0' }) }),
    ).toBe(true);
    expect(said()).toBe('  node               1.5 s  ok, 24.21.0\n');
    expect(steps.exitCode()).toBe(0);
  });

  it('that fails is printed in full', async () => {
    const { steps, said } = bench();
    expect(await steps.run({ name: 'lint', action: failed(2) })).toBe(false);
    expect(said()).toBe('  lint               1.5 s  FAILED (exit code 2)\n\nline 1\nline 2\n\n');
  });

  it('is not run without what it needs, and the others are', async () => {
    const { steps } = bench();
    await steps.run({ name: 'build', action: failed(2) });
    await steps.run({ name: 'packaging', needs: ['build'], action: ok });
    await steps.run({ name: 'lint', action: ok });
    expect([...steps.states()]).toEqual([
      ['build', 'failed'],
      ['packaging', 'not run'],
      ['lint', 'ok'],
    ]);
  });
});

describe('the exit code', () => {
  it('is that of the first step that failed', async () => {
    const { steps } = bench();
    await steps.run({ name: 'a', action: ok });
    await steps.run({ name: 'b', action: failed(4) });
    await steps.run({ name: 'c', action: failed(1) });
    expect(steps.exitCode()).toBe(4);
  });

  it('is never 0 when a step failed', async () => {
    const { steps } = bench();
    await steps.run({ name: 'a', action: failed(0) });
    expect(steps.exitCode()).toBe(1);
  });

  it('says so when a signal comes while a step runs, even if its program ends well', async () => {
    let signal: NodeJS.Signals | undefined;
    const steps = createSteps({ children: { interrupted: () => signal }, write: () => undefined });
    await steps.run({
      name: 'lint',
      action: () => {
        signal = 'SIGTERM';
        return Promise.resolve({ ok: true });
      },
    });
    expect(steps.states().get('lint')).toBe('interrupted');
    expect(steps.exitCode()).toBe(143);
  });

  it('says which signal stopped the run, and no further step is begun', async () => {
    const { steps } = bench('SIGINT');
    await steps.run({ name: 'a', action: ok });
    expect(steps.states().get('a')).toBe('not run');
    expect(steps.exitCode()).toBe(130);
  });
});
