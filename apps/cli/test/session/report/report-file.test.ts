import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { callCli } from '../../support/call-cli.ts';
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
    expect(result.stderr).toContain(
      `  unpush recalls report ${result.summary.recallId} --all --report FILE\n`,
    );
    expect(result.stderr).toContain('error the report /dev/full is not complete');
    expect(result.stderr).toContain('ENOSPC');
    expect(result.stderr).not.toContain('bug');
  });

  it('is left out when the writing of it is stopped; the summary comes all the same, and so does the head', async () => {
    await using stage = await setStage();
    let listeners = 0;
    const { exit, stdout, stderr } = await callCli(
      [
        ...(await revokeFlags(stage)),
        '--report',
        'left.ndjson',
        '--report-all',
        '--evidence',
        'evidence.ndjson',
      ],
      {
        cwd: stage.folder,
        // The first one listens for the recall itself, the second for the files at its end
        onInterrupt: (stop) => {
          listeners += 1;
          if (listeners === 2) stop();
          return () => undefined;
        },
      },
    );
    expect(stderr).toContain('Writing the report and the evidence… (Ctrl-C stops that)\n');
    expect(stderr).toContain('error left out, for you stopped the writing: the report and the evidence');
    expect(stdout).toMatch(/\n {2}evidence head, to note where the incident is told:\n {4}[0-9a-f]{64}\n/);
    expect(stdout).toMatch(/\n {2}unpush recalls report r-\w+ --all --report FILE\n/);
    expect(stdout).toMatch(/\n {2}unpush recalls evidence r-\w+ FILE\n/);
    expect(exit).toBe(4);
    expect((await readdir(stage.folder)).filter((name) => name.includes('ndjson'))).toEqual([]);
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
