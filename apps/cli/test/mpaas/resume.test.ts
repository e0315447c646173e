import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { DOORS } from '../../src/vendors/doors.ts';
import { said, spawnCli } from '../support/spawn-cli.ts';
import { setMpaasStage, type MpaasStage } from './support/mpaas-stage.ts';
import { callMpaas, messageFlags, withSummary } from './support/revoke-mpaas.ts';
import { expectNoMpaasSecretsInFiles } from './support/secrets.ts';

const DAY_MS = 86_400_000;

/** A recall at ten targets a second in a process of its own, stopped by Ctrl-C once some are accepted. */
async function begunAndStopped(stage: MpaasStage, more: readonly string[] = []): Promise<string> {
  const cli = spawnCli([...messageFlags(stage), '--quota', '10', '--json', ...more], { cwd: stage.folder });
  await said(cli, /Recall r-/);
  while (stage.revoked().size < 10) await sleep(20);
  cli.child.kill('SIGINT');
  const { exit, summary } = withSummary(await cli.result);
  expect(exit).toBe(4);
  expect(summary.stoppedBy?.cause).toBe('interrupt');
  return summary.recallId;
}

describe('a recall by mPaaS that was stopped', () => {
  it('goes on with what is left by its id alone', async () => {
    await using stage = await setMpaasStage({ phones: 40 });
    const id = await begunAndStopped(stage);
    const { exit, stdout, stderr } = await callMpaas(stage, [
      ...['recalls', 'resume', id, '--json', '--quota', '1000'],
    ]);
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ state: 'finished', targets: { read: 40, accepted: 40 } });
    expect(stderr).toContain(`  app           app ${stage.app.appId}, workspace default\n`);
    expect(new Map(stage.revoked())).toEqual(new Map(stage.targets.map((target) => [target, 1])));
  });

  it('knows the access key by its path only', async () => {
    await using stage = await setMpaasStage({ phones: 40 });
    const id = await begunAndStopped(stage);
    await expectNoMpaasSecretsInFiles(stage, { mayHoldTargets: ['targets.txt'] });
    await stage.write('ak.json', '{}');
    const { exit, stderr } = await callMpaas(stage, ['recalls', 'resume', id]);
    expect(exit).toBe(2);
    expect(stderr).toContain('accessKeyId is missing');
  });

  it('refuses a flag of Huawei', async () => {
    await using stage = await setMpaasStage({ phones: 40 });
    const id = await begunAndStopped(stage);
    const foreign = await callMpaas(stage, ['recalls', 'resume', id, '--service-account', 'sa.json']);
    expect(foreign.stderr).toContain(
      `--service-account is a flag of Huawei, but recall ${id} is by mPaaS: nothing was sent; leave it out`,
    );
    expect(foreign.exit).toBe(2);
  });

  it('stands in the way of a second one of the same message', async () => {
    await using stage = await setMpaasStage({ phones: 40 });
    const id = await begunAndStopped(stage);
    const { exit, stderr } = await callMpaas(stage, messageFlags(stage));
    expect(exit).toBe(2);
    expect(stderr).toContain(`recall ${id} of the same notification`);
    const other = ['revoke', ...stage.flags, '--task-id', '1', '--confirm', '1', '--dry-run'];
    expect((await callMpaas(stage, other)).exit).toBe(0);
  });
});

describe('how far back a revoke reaches, when a recall goes on', () => {
  it('is looked at again by the time that --sent-at said, which is kept', async () => {
    await using stage = await setMpaasStage({ phones: 40 });
    // Six seconds of the seven days are left
    const sentAt = new Date(Date.now() - 7 * DAY_MS + 6000).toISOString();
    const id = await begunAndStopped(stage, ['--sent-at', sentAt]);
    const dry = ['recalls', 'resume', id, '--dry-run', '--json'];
    expect(JSON.parse((await callMpaas(stage, dry)).stdout)).toMatchObject({
      sentAt,
      notes: [expect.stringMatching(/^mPaaS takes this push back until [^,]+, 7 days after it was sent: /)],
    });
    while (Date.now() < Date.parse(sentAt) + 7 * DAY_MS + 100) await sleep(50);
    const { exit, stdout, stderr } = await callMpaas(stage, dry);
    expect(JSON.parse(stdout)).toMatchObject({
      sentAt,
      notes: [expect.stringContaining('what is left may be refused')],
    });
    expect(stderr).toMatch(
      /warning the push was sent \d{4}-\d\d-\d\d \d\d:\d\d (?:UTC|[+-]\d\d:\d\d), and mPaaS takes a push back for 7 days only/,
    );
    expect(exit).toBe(0);
    // It warns, and goes on all the same: the vendor has the last word
    const resumed = await callMpaas(stage, ['recalls', 'resume', id, '--json', '--quota', '1000']);
    expect(resumed.stderr).toContain('what is left may be refused');
    expect(JSON.parse(resumed.stdout)).toMatchObject({ state: 'finished' });
  });

  it('shows by the recall’s own age where nobody said when the push was sent', async () => {
    const door = await DOORS.mpaas.load();
    const createdAt = Date.UTC(2026, 10, 23);
    const on = (days: number) => door.notesOnResume({ sentAt: createdAt, now: createdAt + days * DAY_MS });
    expect(on(7)).toEqual([]);
    expect(on(7.1)).toEqual([
      expect.stringContaining(' or earlier, and mPaaS takes a push back for 7 days only'),
    ]);
  });
});
