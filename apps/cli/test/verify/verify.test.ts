import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { call, onlyRecall } from '../support/recalls.ts';
import { revokeFlags } from '../support/revoke.ts';
import { setStage, type Stage, type StageOptions } from '../support/stage.ts';

/** A finished recall, its evidence in `evidence.ndjson` and the key of its digests in `evidence.key`. */
async function stageWithEvidence(options: StageOptions = {}): Promise<Stage & { readonly head: string }> {
  const stage = await setStage(options);
  const { stdout } = await call(stage, [
    ...(await revokeFlags(stage)),
    ...['--token', 'nobody-has-this', '--json', '--evidence', 'evidence.ndjson'],
  ]);
  const { evidenceHead } = JSON.parse(stdout) as { readonly evidenceHead: string };
  const id = await onlyRecall(stage);
  await call(stage, ['recalls', 'evidence', id, 'again.ndjson', '--with-key', 'evidence.key']);
  return Object.assign(stage, { head: evidenceHead });
}

describe('unpush verify', () => {
  it('ends with 0 for evidence that holds and is sealed, and says what it rests on', async () => {
    await using stage = await stageWithEvidence();
    const { exit, stdout } = await call(stage, ['verify', 'evidence.ndjson', '--head', stage.head]);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^The evidence holds, and is sealed\.\n/);
    expect(stdout).toContain(`client id ${stage.clientId}\n`);
    expect(stdout).toContain('  targets       read 4, accepted 3, rejected 1\n');
    expect(stdout).toContain(`  head          ${stage.head}\n`);
    expect(stdout).toContain('  signature     none\n');
    expect(stdout).toContain('  tokens        not compared\n');
    expect(stdout).toContain('Not checked\n');
  });

  it('takes evidence that was exported later for the same', async () => {
    await using stage = await stageWithEvidence();
    expect(await readFile(stage.file('again.ndjson'), 'utf8')).toBe(
      await readFile(stage.file('evidence.ndjson'), 'utf8'),
    );
  });

  it('ends with 5 where a line was changed, and names the line', async () => {
    await using stage = await stageWithEvidence();
    const lines = (await readFile(stage.file('evidence.ndjson'), 'utf8')).split('\n');
    const changed = lines.map((line) => line.replace('"rejected":1', '"rejected":0'));
    await stage.write('changed.ndjson', changed.join('\n'));
    const { exit, stdout } = await call(stage, ['verify', 'changed.ndjson']);
    expect(exit).toBe(5);
    expect(stdout).toMatch(/^The evidence does not hold\.\n/);
    expect(stdout).toMatch(new RegExp(`\\nWrong\\n  - line ${lines.length - 1}: Its hash does not hold`));
  });

  it('ends with 5 for another head, and with 2 for one that is none', async () => {
    await using stage = await stageWithEvidence();
    const other = await call(stage, ['verify', 'evidence.ndjson', '--head', 'f'.repeat(64)]);
    expect(other.exit).toBe(5);
    expect(other.stdout).toContain('The hash that was noted');
    const none = await call(stage, ['verify', 'evidence.ndjson', '--head', '5f2c']);
    expect(none.exit).toBe(2);
    expect(none.stderr).toContain('--head is "5f2c": give all 64 hexadecimal digits of it');
  });

  it('ends with 5 for evidence that is open, unless that is allowed', async () => {
    await using stage = await setStage({ phones: 12 });
    stage.running.emulator.faults.add({ skip: 1, times: 1, action: { type: 'code', code: '80300032' } });
    await call(stage, [...(await revokeFlags(stage)), '--evidence', 'open.ndjson']);
    const open = await call(stage, ['verify', 'open.ndjson']);
    expect(open.exit).toBe(5);
    expect(open.stdout).toMatch(/^The evidence holds, but is open: /);
    expect((await call(stage, ['verify', 'open.ndjson', '--allow-open'])).exit).toBe(0);
  });

  it('compares the targets, given the key of the recall', async () => {
    await using stage = await stageWithEvidence();
    const flags = [
      'verify',
      'evidence.ndjson',
      '--evidence-key',
      'evidence.key',
      '--token',
      'nobody-has-this',
    ];
    const right = await call(stage, [...flags, '--tokens', stage.file('tokens.txt')]);
    expect(right.stdout).toMatch(/\n {2}tokens +4 of 4 compared by \d digests, all of these targets\n/);
    expect(right.exit).toBe(0);
    const wrong = await stage.write('wrong.txt', stage.tokens.toReversed().join('\n'));
    const other = await call(stage, [...flags, '--tokens', wrong]);
    expect(other.exit).toBe(5);
    expect(other.stdout).toContain('not what the request carried');
    const more = await call(stage, [...flags, '--tokens', wrong, '--tokens', wrong]);
    expect(more.exit).toBe(2);
    expect(more.stderr).toContain('the recall read 1 lists');
    const read = await call(stage, [...flags, '--tokens', wrong, '--format', 'txt']);
    expect(read.exit).toBe(2);
    expect(read.stderr).toContain('--format is for recalls at a gateway');
    const keyless = await call(stage, ['verify', 'evidence.ndjson', '--tokens', wrong]);
    expect(keyless.exit).toBe(2);
    expect(keyless.stderr).toContain('give --evidence-key FILE as well');
  });

  it('tells who signed, and insists on the key that it was given', async () => {
    await using stage = await stageWithEvidence();
    const openssl = (...args: readonly string[]) =>
      promisify(execFile)('openssl', [...args], { cwd: stage.folder });
    for (const name of ['mine', 'other']) {
      await openssl('genpkey', '-algorithm', 'ed25519', '-out', `${name}.pem`);
      await openssl('pkey', '-in', `${name}.pem`, '-pubout', '-out', `${name}-public.pem`);
    }
    const id = await onlyRecall(stage);
    await call(stage, ['recalls', 'evidence', id, 'signed.ndjson', '--sign-key', 'mine.pem']);
    const mine = await call(stage, ['verify', 'signed.ndjson', '--public-key', 'mine-public.pem']);
    expect(mine.exit).toBe(0);
    expect(mine.stdout).toMatch(/signature +holds, by the key that was given: SHA-256 [0-9a-f]{64}\n/);
    const anybody = await call(stage, ['verify', 'signed.ndjson']);
    expect(anybody.exit).toBe(0);
    expect(anybody.stdout).toContain('by a key that nobody has vouched for');
    expect((await call(stage, ['verify', 'signed.ndjson', '--public-key', 'other-public.pem'])).exit).toBe(5);
    expect((await call(stage, ['verify', 'evidence.ndjson', '--public-key', 'mine-public.pem'])).exit).toBe(
      5,
    );
    const begun = await call(stage, [
      ...(await revokeFlags(stage)),
      ...['--evidence', 'begun.ndjson', '--sign-key', 'mine.pem'],
    ]);
    expect(begun.exit).toBe(0);
    expect((await call(stage, ['verify', 'begun.ndjson', '--public-key', 'mine-public.pem'])).exit).toBe(0);
    const noKey = await call(stage, ['recalls', 'evidence', id, '--sign-key', 'mine-public.pem']);
    expect(noKey.exit).toBe(2);
    expect(noKey.stderr).toContain('The signing key is a public key');
  });

  it('prints its report as JSON', async () => {
    await using stage = await stageWithEvidence();
    const { exit, stdout } = await call(stage, ['verify', 'evidence.ndjson', '--json']);
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      holds: true,
      sealed: true,
      problems: [],
      headHash: stage.head,
    });
  });

  it('ends with 2 for a file that is not there', async () => {
    await using stage = await setStage();
    const { exit, stderr } = await call(stage, ['verify', stage.file('nothing.ndjson')]);
    expect(exit).toBe(2);
    expect(stderr).toContain('nothing.ndjson: there is no such file');
  });

  it('ends with 5 for what is no evidence', async () => {
    await using stage = await setStage();
    await stage.write('words.txt', 'what is this\n');
    const { exit, stdout } = await call(stage, ['verify', 'words.txt']);
    expect(exit).toBe(5);
    expect(stdout).toContain('  - line 1: ');
  });
});
