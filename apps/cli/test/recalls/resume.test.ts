import { readdir, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { SummaryObject } from '../../src/session/summary/summary-object.ts';
import { beginSlowly, call, listed, onlyRecall, reportIn, targetsWith } from '../support/recalls.ts';
import { revokeFlags } from '../support/revoke.ts';
import { said, spawnCli } from '../support/spawn-cli.ts';
import { NOTIFY_ID, setStage } from '../support/stage.ts';

const summaryIn = (stdout: string): SummaryObject => JSON.parse(stdout) as SummaryObject; // what --json prints

describe('a recall whose process was killed', () => {
  it('is interrupted, and goes on to a report of the whole that agrees with the vendor', async () => {
    await using stage = await setStage({ phones: 60 });
    const cli = await beginSlowly(stage, ['--report', 'left.ndjson', '--report-all']);
    cli.child.kill('SIGKILL');
    await cli.result;
    const [before] = await listed(stage);
    expect(before?.state).toBe('interrupted');
    expect(before!.targets.accepted + before!.targets.unknown).toBeGreaterThanOrEqual(10);
    const table = await call(stage, ['recalls', 'list']);
    expect(table.stdout).toContain(`${before?.recallId}  interrupted  3114932`);

    const resumed = await call(stage, ['recalls', 'resume', before!.recallId, '--quota', '1000', '--json']);
    expect(resumed.exit).toBe(0);
    expect(resumed.stderr).toContain(`Recall ${before?.recallId} goes on (it was interrupted)`);
    const { state, targets } = summaryIn(resumed.stdout);
    expect(state).toBe('finished');
    expect(targets).toMatchObject({ read: 60, accepted: 60, unknown: 0, notAttempted: 0 });
    expect(stage.revoked()).toEqual(new Set(stage.tokens));
    // The report was asked for when the recall was begun
    expect(targetsWith(await reportIn(stage, 'left.ndjson'), 'accepted')).toEqual(stage.revoked());
  });
});

describe('a recall that was stopped with Ctrl-C', () => {
  it('says how to go on, and sends no target again that was accepted', async () => {
    await using stage = await setStage({ phones: 60 });
    const cli = await beginSlowly(stage, ['--report', 'left.ndjson']);
    cli.child.kill('SIGINT');
    const first = await cli.result;
    expect(first.exit).toBe(4);
    const id = await onlyRecall(stage);
    expect(first.stderr).toContain(`Go on later with: unpush recalls resume ${id}\n`);
    expect(first.stderr).toMatch(
      new RegExp(`\\nGo on with what is left .*\\n  unpush recalls resume ${id}\\n`),
    );
    const stopped = summaryIn(first.stdout);
    expect(stopped.state).toBe('stopped');
    const left = targetsWith(await reportIn(stage, 'left.ndjson'), 'not-attempted');
    expect(left.size).toBe(stopped.targets.notAttempted);

    const requests = stage.running.emulator.requests.list().length;
    const resumed = await call(stage, ['recalls', 'resume', id, '--quota', '1000', '--json']);
    expect(resumed.exit).toBe(0);
    expect(summaryIn(resumed.stdout).targets).toMatchObject({ accepted: 60, notAttempted: 0 });
    // It has replaced its own report, and what is left now is nothing
    expect(await readFile(stage.file('left.ndjson'), 'utf8')).toBe('');
    const later = stage.running.emulator.requests.list().slice(requests);
    expect(later.length).toBeLessThanOrEqual(3);
  });

  it('does not write over a report that somebody has changed since', async () => {
    await using stage = await setStage({ phones: 60 });
    const cli = await beginSlowly(stage, ['--report', 'left.ndjson']);
    cli.child.kill('SIGINT');
    await cli.result;
    await writeFile(stage.file('left.ndjson'), 'notes of mine');
    const id = await onlyRecall(stage);
    const refused = await call(stage, ['recalls', 'resume', id]);
    expect(refused.exit).toBe(2);
    expect(refused.stderr).toContain(`the report ${stage.file('left.ndjson')} exists already`);
    const other = await call(stage, ['recalls', 'resume', id, '--quota', '1000', '--report', 'other.ndjson']);
    expect(other.exit).toBe(0);
    expect(await readFile(stage.file('left.ndjson'), 'utf8')).toBe('notes of mine');
    expect(await readFile(stage.file('other.ndjson'), 'utf8')).toBe('');
  });
});

describe('a report that is named again', () => {
  it('is known as the one that was written before', async () => {
    await using stage = await setStage({ phones: 12 });
    stage.running.emulator.faults.add({ skip: 1, times: 1, action: { type: 'code', code: '80300032' } });
    await call(stage, [...(await revokeFlags(stage)), '--report', 'left.ndjson']);
    expect(await reportIn(stage, 'left.ndjson')).toHaveLength(2);
    const id = await onlyRecall(stage);
    const resumed = await call(stage, ['recalls', 'resume', id, '--report', 'left.ndjson']);
    expect(resumed.exit).toBe(0);
    expect(await readFile(stage.file('left.ndjson'), 'utf8')).toBe('');
    expect((await readdir(stage.folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('a recall from standard input', () => {
  it('goes on from what was kept of it', async () => {
    await using stage = await setStage({ phones: 60 });
    const flags = ['revoke', ...stage.flags, '--notify-id', `${NOTIFY_ID}`, '--confirm', `${NOTIFY_ID}`];
    const cli = spawnCli([...flags, '--tokens', '-', '--token', 'nobody-has-this', '--quota', '10'], {
      cwd: stage.folder,
    });
    cli.child.stdin?.end(stage.tokens.join('\n'));
    await said(cli, /Recall r-/);
    while (stage.revoked().size < 10) await new Promise((resolve) => setTimeout(resolve, 20));
    cli.child.kill('SIGKILL');
    await cli.result;
    const id = await onlyRecall(stage);
    const resumed = await call(stage, [
      ...['recalls', 'resume', id, '--quota', '1000', '--json'],
      ...['--report', 'left.ndjson'],
    ]);
    expect(resumed.exit).toBe(3);
    expect(summaryIn(resumed.stdout).targets).toMatchObject({ read: 61, accepted: 60, rejected: 1 });
    expect(stage.revoked()).toEqual(new Set(stage.tokens));
    expect(await reportIn(stage, 'left.ndjson')).toMatchObject([
      { target: 'nobody-has-this', outcome: 'rejected', source: { file: '--token', line: 1 } },
    ]);
  });
});

describe('a recall that is told to stop twice at once, as a whole group of processes is', () => {
  it('stops once, and says how to go on', async () => {
    await using stage = await setStage({ phones: 60 });
    const cli = await beginSlowly(stage);
    cli.child.kill('SIGINT');
    cli.child.kill('SIGINT');
    const { exit, stderr } = await cli.result;
    expect(exit).toBe(4);
    expect(stderr).toContain(`unpush recalls resume ${await onlyRecall(stage)}`);
  });
});

describe('resuming is refused', () => {
  it('for a list that has changed, with the reason', async () => {
    await using stage = await setStage({ phones: 60 });
    const cli = await beginSlowly(stage);
    cli.child.kill('SIGINT');
    await cli.result;
    await stage.write('tokens.txt', `${stage.tokens.toReversed().join('\n')}\n`);
    const refused = await call(stage, ['recalls', 'resume', await onlyRecall(stage)]);
    expect(refused.exit).toBe(2);
    expect(refused.stderr).toContain('tokens.txt: its content is not what it was when the recall began');
    const dry = await call(stage, ['recalls', 'resume', await onlyRecall(stage), '--dry-run']);
    expect(dry.exit).toBe(2);
    expect(dry.stderr).toContain('tokens.txt: its content is not what it was when the recall began');
  });

  it('while the recall is under way in another process', async () => {
    await using stage = await setStage({ phones: 60 });
    const cli = await beginSlowly(stage);
    const id = await onlyRecall(stage);
    const refused = await call(stage, ['recalls', 'resume', id]);
    cli.child.kill('SIGINT');
    await cli.result;
    expect(refused.exit).toBe(2);
    expect(refused.stderr).toContain(`recall ${id} is under way in another process`);
  });

  it('of one that is finished, or that is not there', async () => {
    await using stage = await setStage();
    await call(stage, await revokeFlags(stage));
    const id = await onlyRecall(stage);
    const finished = await call(stage, ['recalls', 'resume', id]);
    expect(finished.exit).toBe(2);
    expect(finished.stderr).toContain(`recall ${id} is finished, and no target is left`);
    const nowhere = await call(stage, ['recalls', 'resume', 'r-00000000']);
    expect(nowhere.exit).toBe(2);
    expect(nowhere.stderr).toContain('"r-00000000"');
    expect(nowhere.stderr).toContain(id);
  });
});

describe('what a recall stumbled over', () => {
  it('can be mended, and the recall goes on with the mended key', async () => {
    await using stage = await setStage({ phones: 12 });
    const account = JSON.parse(await readFile(stage.file('sa.json'), 'utf8')) as Record<string, unknown>;
    const broken = await stage.write('wrong.json', JSON.stringify({ ...account, key_id: 'another' }));
    const flags = (await revokeFlags(stage)).map((flag) => (flag === stage.file('sa.json') ? broken : flag));
    const first = await call(stage, flags);
    expect(first.exit).toBe(4);
    const id = await onlyRecall(stage);
    expect(first.stdout).toContain('Once that is mended, go on with what is left (12 tokens not attempted):');
    const resumed = await call(stage, ['recalls', 'resume', id, '--service-account', stage.file('sa.json')]);
    expect(resumed.exit).toBe(0);
    expect(stage.revoked()).toEqual(new Set(stage.tokens));
  });

  it('as unknown is tried again when asked for, and only then', async () => {
    await using stage = await setStage({ phones: 12 });
    stage.running.emulator.faults.add({ skip: 1, times: 4, action: { type: 'reset', when: 'before' } });
    const first = await call(stage, await revokeFlags(stage));
    expect(first.exit).toBe(3);
    const id = await onlyRecall(stage);
    expect(first.stdout).toContain(
      `Try the 2 unknown tokens again:\n  unpush recalls resume ${id} --retry-unknown\n`,
    );
    const unasked = await call(stage, ['recalls', 'resume', id]);
    expect(unasked.exit).toBe(2);
    expect(unasked.stderr).toContain(`2 targets ended as unknown`);
    expect(unasked.stderr).toContain(`unpush recalls resume ${id} --retry-unknown`);
    const again = await call(stage, ['recalls', 'resume', id, '--retry-unknown', '--json']);
    expect(again.exit).toBe(0);
    expect(summaryIn(again.stdout).targets).toMatchObject({ accepted: 12, unknown: 0 });
  });
});

describe('unpush recalls resume --dry-run', () => {
  it('says what is left, and sends nothing', async () => {
    await using stage = await setStage({ phones: 25 });
    stage.running.emulator.faults.add({ skip: 1, times: 1, action: { type: 'code', code: '80300032' } });
    await call(stage, await revokeFlags(stage));
    const requests = stage.running.emulator.requests.list().length;
    const dry = await call(stage, ['recalls', 'resume', await onlyRecall(stage), '--dry-run']);
    expect(dry.exit).toBe(0);
    expect(dry.stderr).toContain('left          15 tokens\n');
    expect(dry.stderr).toContain('Dry run: nothing more was sent.\n');
    expect(stage.running.emulator.requests.list()).toHaveLength(requests);
    expect((await listed(stage))[0]?.state).toBe('stopped');
    const json = await call(stage, ['recalls', 'resume', await onlyRecall(stage), '--dry-run', '--json']);
    expect(json.stderr).toContain(`  trusting      ${stage.file('ca.pem')}\n`);
    expect(JSON.parse(json.stdout)).toMatchObject({
      state: 'stopped',
      clientId: stage.clientId,
      endpoint: stage.running.url,
      ca: stage.file('ca.pem'),
      targets: { read: 25, accepted: 10, notAttempted: 15, toSend: 15 },
      ledger: stage.file('.local/state/unpush'),
    });
  });
});
