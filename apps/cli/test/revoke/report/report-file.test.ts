import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { callCli } from '../../support/call-cli.ts';
import { revokeAll, revokeFlags } from '../../support/revoke.ts';
import { spawnCli } from '../../support/spawn-cli.ts';
import { setStage } from '../../support/stage.ts';

describe('the file of a report', () => {
  it('that cannot be written any more ends the recall with 4, its summary and a clear word', async () => {
    await using stage = await setStage({ phones: 30 });
    const result = await revokeAll(stage, ['--report', '/dev/full', '--report-all']);
    expect(result.exit).toBe(4);
    expect(result.summary.requests.sent).toBeGreaterThan(0);
    expect(result.summary.stoppedBy).toEqual({ cause: 'error' });
    expect(result.stderr).toContain('The report is not complete');
    expect(result.stderr).toContain('error the report /dev/full is not complete');
    expect(result.stderr).toContain('ENOSPC');
    expect(result.stderr).not.toContain('bug');
  });

  it('takes many batches without a warning', async () => {
    await using stage = await setStage({ phones: 20_000 });
    const report = stage.file('report.ndjson');
    const flags = [...(await revokeFlags(stage)), '--report', report, '--report-all'];
    const { exit, stderr } = await spawnCli(flags, { cwd: stage.folder }).result;
    expect(exit).toBe(0);
    expect(stderr).not.toContain('Warning');
    const targets = (await readFile(report, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { target: string }).target);
    expect(targets).toHaveLength(20_000);
    expect(new Set(targets)).toEqual(new Set(stage.tokens));
  });

  it('can be sent again as the summary says: what is left of it, and nothing else', async () => {
    await using stage = await setStage({ phones: 25 });
    stage.running.emulator.faults.add({ skip: 1, times: 1, action: { type: 'code', code: '80300032' } });
    const path = await stage.write('list.txt', `split in two\n${stage.tokens.join('\n')}\n`);
    const flags = (await revokeFlags(stage)).with(-1, path);
    const first = await callCli([...flags, '--report', "the boss's.ndjson"], { cwd: stage.folder });
    expect(first.exit).toBe(4);
    const [, grep = ''] = /^ +(\(umask 077; grep .*\))$/m.exec(first.stdout) ?? [];
    await promisify(execFile)('sh', ['-c', grep], { cwd: stage.folder });
    expect(first.stdout).toContain(`--tokens 'the boss'\\''s.rest.ndjson' --field target`);
    expect((await stat(stage.file("the boss's.rest.ndjson"))).mode & 0o777).toBe(0o600);
    const rest = flags.with(-1, stage.file("the boss's.rest.ndjson"));
    const second = await callCli([...rest, '--field', 'target', '--json'], { cwd: stage.folder });
    expect(JSON.parse(second.stdout)).toMatchObject({ targets: { read: 15, malformed: 0, accepted: 15 } });
    expect(second.exit).toBe(0);
    expect(stage.revoked()).toEqual(new Set(stage.tokens));
  });
});
