import { describe, expect, it } from 'vitest';
import type { SummaryObject } from '../../src/session/summary/summary-object.ts';
import { revokeFlags } from '../support/revoke.ts';
import { callOnScreen } from '../support/screen.ts';
import { said, spawnCli } from '../support/spawn-cli.ts';
import { NOTIFY_ID, setStage } from '../support/stage.ts';

/** The flags without the confirmation, so that it is asked for. */
const unconfirmed = (flags: readonly string[]): readonly string[] =>
  flags.filter((flag, index) => flag !== '--confirm' && flags[index - 1] !== '--confirm');

describe('a request to stop', () => {
  it('ends the question for the notifyId', async () => {
    await using stage = await setStage();
    const { exit, stderr } = await callOnScreen(unconfirmed(await revokeFlags(stage)), {
      cwd: stage.folder,
      interruptAt: /Type the notifyId/,
    });
    expect(stderr).toContain('Stopped before the recall began: nothing was sent.\n');
    expect(exit).toBe(4);
    expect(stage.running.emulator.requests.list()).toHaveLength(0);
  });

  it('is a terminal that goes away at that question: nothing is confirmed', async () => {
    await using stage = await setStage();
    const { exit, stderr } = await callOnScreen(unconfirmed(await revokeFlags(stage)), {
      cwd: stage.folder,
      steps: [{ see: 'Type the notifyId', type: undefined }],
    });
    expect(stderr).toContain('not confirmed: nothing was sent');
    expect(exit).toBe(2);
    expect(stage.running.emulator.requests.list()).toHaveLength(0);
  });

  it('leaves no half line on the screen, after that question as well', async () => {
    await using stage = await setStage({ phones: 60 });
    const flags = [...unconfirmed(await revokeFlags(stage)), '--quota', '10'];
    const { exit, stderr } = await callOnScreen(flags, {
      cwd: stage.folder,
      steps: [{ see: 'Type the notifyId', type: `${NOTIFY_ID}\r` }],
      interruptAt: /accepted 10 /,
    });
    expect(exit).toBe(4);
    // The bar is taken away before something is said in its place, and comes back below; the end is a new line
    expect(stderr).toMatch(
      /\d\/s\n?(?:\x1b\[[0-9;?]*[A-Za-z])*\x1b\[2K(?:\x1b\[[0-9;?]*[A-Za-z])*Stopping[^\n]*\n/u,
    );
    expect(stderr).toMatch(
      /Stopping[^\n]*\nGo on later with: unpush recalls resume r-[^\n]*\n(?:\x1b\[[0-9;?]*[A-Za-z])*[█░]+ \d+%/u,
    );
    expect(stderr).toMatch(/\d\/s\n(?:\x1b\[[0-9;?]*[A-Za-z])*$/);
  });

  it('is a line that drops, however often that is said', async () => {
    await using stage = await setStage({ phones: 60 });
    const flags = [...(await revokeFlags(stage)), '--quota', '10', '--json'];
    const cli = spawnCli(flags, { cwd: stage.folder });
    await said(cli, /Recall r-/);
    await new Promise((resolve) => setTimeout(resolve, 500));
    cli.child.kill('SIGHUP');
    await said(cli, /Stopping/);
    cli.child.kill('SIGHUP');
    const { exit, signal, stdout } = await cli.result;
    expect({ exit, signal }).toEqual({ exit: 4, signal: null });
    expect((JSON.parse(stdout) as SummaryObject).stoppedBy?.cause).toBe('interrupt');
  });
});
