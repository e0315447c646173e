import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { revokeAll, revokeFlags } from '../../support/revoke.ts';
import { spawnCli } from '../../support/spawn-cli.ts';
import { setStage } from '../../support/stage.ts';

describe('the file of a report', () => {
  it('that cannot be written any more does not stop the recall, which ends with 4, its summary and a clear word', async () => {
    await using stage = await setStage({ phones: 30 });
    const result = await revokeAll(stage, ['--report', '/dev/full', '--report-all']);
    expect(result.exit).toBe(4);
    expect(result.summary.requests.sent).toBeGreaterThan(0);
    expect(result.summary.state).toBe('finished');
    expect(result.stderr).toContain('The report could not be written. Have it written elsewhere:');
    expect(result.stderr).toContain(`  unpush recalls report ${result.summary.recallId} --report FILE\n`);
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
});
