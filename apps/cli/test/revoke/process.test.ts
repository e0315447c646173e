import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { SummaryObject } from '../../src/session/summary/summary-object.ts';
import { expectNoSecrets, expectNoSecretsInFiles } from '../support/expect-no-secrets.ts';
import { revokeFlags } from '../support/revoke.ts';
import { said, spawnCli } from '../support/spawn-cli.ts';
import { NOTIFY_ID, setStage, type Stage } from '../support/stage.ts';

const MILLION = 1_000_000;

/** Writes a gzip file of so many made-up tokens of 112 characters, beside the stage's real ones. */
async function writeMany(stage: Stage, count: number): Promise<string> {
  const path = stage.file('many.txt.gz');
  const gzip = createGzip({ level: 1 });
  const done = finished(gzip.pipe(createWriteStream(path)));
  for (let start = 0; start < count; start += 10_000) {
    const lines = Array.from(
      { length: Math.min(10_000, count - start) },
      (_, index) => `T${String(start + index).padStart(111, 'x')}\n`,
    );
    if (!gzip.write(lines.join(''))) await once(gzip, 'drain');
  }
  gzip.end();
  await done;
  return path;
}

describe('unpush revoke as a process', () => {
  it('leaves no secret in its output, its files or its logs, even with Node told to talk', async () => {
    await using stage = await setStage({ phones: 20 });
    stage.running.emulator.faults.add({ times: 1, action: { type: 'code', code: '80200005' } });
    const report = stage.file('report.ndjson');
    const home = stage.file('home');
    const cli = spawnCli([...(await revokeFlags(stage)), '--report', report, '--report-all'], {
      cwd: stage.folder,
      env: { NODE_DEBUG: 'undici,fetch,http,tls', DEBUG: '*', XDG_STATE_HOME: home },
    });
    const result = await cli.result;
    expect(result.exit).toBe(0);
    expectNoSecrets(stage, result);
    await expectNoSecretsInFiles(stage, {
      folder: stage.folder,
      mayHoldTokens: ['tokens.txt', 'report.ndjson'],
    });
    expect(await readFile(report, 'utf8')).toContain(stage.tokens[0]);
  });

  it('stops within a second of Ctrl-C, with a true summary and exit code 4', async () => {
    await using stage = await setStage();
    stage.running.emulator.huawei.setBehaviour({ unknownTokens: 'accept' });
    const many = await writeMany(stage, MILLION);
    const flags = [...stage.flags, '--notify-id', String(NOTIFY_ID), '--confirm', String(NOTIFY_ID)];
    const cli = spawnCli(['revoke', ...flags, '--tokens', many, '--quota', '50000', '--json'], {
      cwd: stage.folder,
    });
    await said(cli, /[1-9][\d,]* of 1,000,000: /);
    const pressed = performance.now();
    cli.child.kill('SIGINT');
    const result = await cli.result;
    const seconds = (performance.now() - pressed) / 1000;
    expect(result.exit).toBe(4);
    const summary = JSON.parse(result.stdout) as SummaryObject;
    const { read, accepted, notAttempted, rejected, unknown } = summary.targets;
    expect(summary.state).toBe('stopped');
    expect(summary.stoppedBy?.cause).toBe('interrupt');
    expect(read).toBe(MILLION);
    expect(accepted + rejected + unknown + notAttempted).toBe(MILLION);
    const truth = stage.running.emulator.huawei.revocations({
      clientId: stage.clientId,
      notifyId: NOTIFY_ID,
    });
    expect(accepted).toBe(truth.count);
    expect(accepted).toBeGreaterThan(0);
    expect(notAttempted).toBeGreaterThan(0);
    // The promise is a second; noisy machines get one more before the test fails
    expect(seconds).toBeLessThan(2);
  }, 120_000);

  it('revokes a million tokens from a gzip file in a heap that cannot hold them', async () => {
    await using stage = await setStage();
    stage.running.emulator.huawei.setBehaviour({ unknownTokens: 'accept' });
    const many = await writeMany(stage, MILLION);
    const flags = [...stage.flags, '--notify-id', String(NOTIFY_ID), '--confirm', String(NOTIFY_ID)];
    // The tokens alone are 112 MB as text
    const cli = spawnCli(['revoke', ...flags, '--tokens', many, '--json'], {
      cwd: stage.folder,
      nodeFlags: ['--max-old-space-size=64'],
    });
    const result = await cli.result;
    expect(result.exit).toBe(0);
    const summary = JSON.parse(result.stdout) as SummaryObject;
    expect(summary.targets.accepted).toBe(MILLION);
    expect(summary.requests.sent).toBe(1001);
  }, 180_000);
});
