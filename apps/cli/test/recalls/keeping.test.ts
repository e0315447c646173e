import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectNoSecretsInFiles } from '../support/expect-no-secrets.ts';
import { call, onlyRecall } from '../support/recalls.ts';
import { revokeFlags } from '../support/revoke.ts';
import { NOTIFY_ID, setStage } from '../support/stage.ts';

describe('what is kept of a recall', () => {
  it('is for its owner only, and holds no secret; whole tokens stand in the spool alone', async () => {
    await using stage = await setStage({ phones: 12 });
    const flags = ['revoke', ...stage.flags, '--notify-id', `${NOTIFY_ID}`, '--confirm', `${NOTIFY_ID}`];
    const [first = '', ...others] = stage.tokens;
    await call(
      stage,
      [
        ...flags,
        '--tokens',
        '-',
        '--token',
        first,
        '--evidence',
        'evidence.ndjson',
        '--report',
        'left.ndjson',
      ],
      { stdin: others.join('\n') },
    );
    const folder = stage.file(`.local/state/unpush/${await onlyRecall(stage)}`);
    const spooled = await readdir(join(folder, 'spool'));
    expect(spooled).toHaveLength(2);
    await expectNoSecretsInFiles(stage, { folder: stage.folder, mayHoldTokens: spooled });
    const entries = await readdir(stage.file('.local/state/unpush'), {
      recursive: true,
      withFileTypes: true,
    });
    for (const entry of entries) {
      const { mode } = await stat(join(entry.parentPath, entry.name));
      expect([entry.name, mode & 0o777]).toEqual([entry.name, entry.isDirectory() ? 0o700 : 0o600]);
    }
    for (const name of ['evidence.ndjson', 'left.ndjson']) {
      expect((await stat(stage.file(name))).mode & 0o777).toBe(0o600);
    }
  });

  it('is nothing where it was not confirmed', async () => {
    await using stage = await setStage();
    expect((await call(stage, [...(await revokeFlags(stage)), '--dry-run'])).exit).toBe(0);
    expect(await readdir(stage.file('.local/state/unpush'))).toEqual(['lock.sqlite']);
  });

  it('holds no password of a proxy, which has to be given again', async () => {
    await using stage = await setStage({ phones: 12 });
    stage.running.emulator.faults.add({ skip: 1, times: 1, action: { type: 'code', code: '80300032' } });
    await call(stage, [...(await revokeFlags(stage)), '--proxy', 'http://me:hush-hush@127.0.0.1:9']);
    const id = await onlyRecall(stage);
    const ledger = await readFile(stage.file(`.local/state/unpush/${id}/ledger.sqlite`), 'latin1');
    expect(ledger).not.toContain('hush-hush');
    const refused = await call(stage, ['recalls', 'resume', id]);
    expect(refused.exit).toBe(2);
    expect(refused.stderr).toContain('a proxy whose URL holds a password, which is not kept: give --proxy');
    const env = { UNPUSH_PROXY: 'http://me:hush-hush@127.0.0.1:9' };
    expect((await call(stage, ['recalls', 'resume', id], { env })).exit).toBe(0);
  });
});

describe('a place where no recall can be kept', () => {
  it.skipIf(process.getuid?.() === 0)('is said before anything is read or sent', async () => {
    await using stage = await setStage();
    await chmod(stage.folder, 0o500);
    const refused = await call(stage, await revokeFlags(stage));
    await chmod(stage.folder, 0o700);
    expect(refused.exit).toBe(2);
    expect(refused.stderr).toContain('(it cannot be written to): nothing was sent');
  });

  it('such as a file, is said before anything is read or sent', async () => {
    await using stage = await setStage();
    await writeFile(stage.file('taken'), '');
    const refused = await call(stage, [...(await revokeFlags(stage)), '--ledger', stage.file('taken')]);
    expect(refused.exit).toBe(2);
    expect(refused.stderr).toContain(
      `a recall is written down before it is sent, and the ledger's directory ${stage.file('taken')} cannot hold it`,
    );
    expect(refused.stderr).toContain(
      'nothing was sent; make it fit for that, or give --ledger another directory',
    );
    expect(refused.stderr).not.toContain('Reading the targets');
    expect(stage.running.emulator.requests.list()).toHaveLength(0);
  });
});
