import { setTimeout as sleep } from 'node:timers/promises';
import { rm, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { said, spawnCli } from '../support/spawn-cli.ts';
import { MESSAGE_ID, setMpaasStage, type MpaasStage } from './support/mpaas-stage.ts';
import { callMpaas, messageFlags, revokeMessage, withSummary } from './support/revoke-mpaas.ts';
import { expectNoMpaasSecrets } from './support/secrets.ts';

const nameOf = ({ app: { appId, workspaceId } }: MpaasStage) => ({ appId, workspaceId });

describe('an access key that mPaaS refuses', () => {
  it.each([
    ['a wrong secret', { accessKeySecret: 'testsecret' }, 'SignatureDoesNotMatch'],
    ['a key that nobody knows', { accessKeyId: 'testid' }, 'InvalidAccessKeyId.NotFound'],
  ])('ends the recall after one request: %s', async (_what, change, code) => {
    await using stage = await setMpaasStage({ phones: 50 });
    await stage.write('ak.json', JSON.stringify({ ...stage.app.accessKey, ...change }));
    const { exit, summary, stderr } = await revokeMessage(stage);
    expect(exit).toBe(4);
    expect(summary).toMatchObject({
      state: 'stopped',
      stoppedBy: { cause: 'refused', code },
      targets: { accepted: 0, unknown: 0, notAttempted: 50 },
      requests: { sent: 1 },
    });
    expect(stderr).toMatch(/access\s*key/i);
    expect(stderr).not.toContain('JWT');
    expect(stage.running.emulator.requests.list()).toHaveLength(1);
    expect(stage.revoked().size).toBe(0);
  });

  it('may not use this app: it says so, and not that the targets were at fault', async () => {
    await using stage = await setMpaasStage();
    const stranger = stage.running.emulator.mpaas.createAccessKey({ mayUse: [] });
    await stage.write('ak.json', JSON.stringify(stranger));
    const { exit, summary } = await revokeMessage(stage);
    expect(exit).toBe(4);
    expect(summary).toMatchObject({
      stoppedBy: { cause: 'refused', code: '8014' },
      targets: { notAttempted: 3 },
    });
  });

  it('is mended and resumed', async () => {
    await using stage = await setMpaasStage({ phones: 12 });
    await stage.write('ak.json', JSON.stringify({ ...stage.app.accessKey, accessKeySecret: 'testsecret' }));
    const { summary } = await revokeMessage(stage);
    await stage.write('ak-good.json', JSON.stringify(stage.app.accessKey));
    const resumed = await callMpaas(stage, [
      ...['recalls', 'resume', summary.recallId, '--json', '--access-key-file', stage.file('ak-good.json')],
    ]);
    expect(resumed.exit).toBe(0);
    expect(stage.revoked().size).toBe(12);
  });
});

describe('temporary credentials that have ended', () => {
  it('are read again from the file, and the recall goes on', async () => {
    await using stage = await setMpaasStage({ phones: 120 });
    const { mpaas } = stage.running.emulator;
    const first = mpaas.createAccessKey({ ...nameOf(stage), expiresAt: Date.now() + 3500 });
    const second = mpaas.createAccessKey({ ...nameOf(stage), expiresAt: Date.now() + 3_600_000 });
    await stage.write('ak.json', JSON.stringify(first));
    const cli = spawnCli([...messageFlags(stage), '--json', '--quota', '20'], { cwd: stage.folder });
    await said(cli, /Recall r-/);
    await sleep(500);
    await writeFile(stage.file('ak.json'), JSON.stringify(second));
    const result = await cli.result;
    expectNoMpaasSecrets(stage, result);
    const { exit, summary, stderr } = withSummary(result);
    expect(stderr).toContain('mPaaS refused what requests were signed with');
    expect(summary.targets).toMatchObject({ accepted: 120, rejected: 0, unknown: 0, notAttempted: 0 });
    expect(exit).toBe(0);
    expect(stage.revoked().size).toBe(120);
    const keys = new Set(stage.running.emulator.requests.list().map(({ credential }) => credential?.keyId));
    expect(keys).toContain(first.accessKeyId);
    expect(keys).toContain(second.accessKeyId);
  });

  it('and are not renewed: it stops, says what to do, and goes on once they are', async () => {
    await using stage = await setMpaasStage({ phones: 15 });
    const { mpaas } = stage.running.emulator;
    const ended = mpaas.createAccessKey({ ...nameOf(stage), expiresAt: Date.now() - 1000 });
    await stage.write('ak.json', JSON.stringify(ended));
    const { exit, summary, stderr } = await revokeMessage(stage);
    expect(exit).toBe(4);
    expect(summary).toMatchObject({
      state: 'stopped',
      stoppedBy: { cause: 'credential', code: 'InvalidSecurityToken.Expired' },
      targets: { accepted: 0, notAttempted: 15 },
    });
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(
      'mPaaS refused what requests were signed with, and nothing newer could be had: put the present access key where it is read from',
    );
    expect(stderr).not.toContain('JWT');
    await stage.write('ak.json', JSON.stringify(stage.app.accessKey));
    const resumed = await callMpaas(stage, ['recalls', 'resume', summary.recallId]);
    expect(resumed.exit).toBe(0);
    expect(stage.revoked().size).toBe(15);
  });
});

describe('a key file that is gone when credentials have ended', () => {
  it('ends the recall, by the file’s name, and can be gone on with', async () => {
    await using stage = await setMpaasStage({ phones: 60 });
    const { mpaas } = stage.running.emulator;
    const first = mpaas.createAccessKey({ ...nameOf(stage), expiresAt: Date.now() + 3000 });
    await stage.write('ak.json', JSON.stringify(first));
    const cli = spawnCli([...messageFlags(stage), '--json', '--quota', '15'], { cwd: stage.folder });
    await said(cli, /Recall r-/);
    while (stage.countRevoked() === 0) await sleep(20);
    await rm(stage.file('ak.json'));
    const { exit, summary, stderr } = withSummary(await cli.result);
    expect(stderr).toContain(`The access key file ${stage.file('ak.json')} does not exist.`);
    expect(summary).toMatchObject({
      state: 'stopped',
      stoppedBy: { cause: 'error' },
      targets: { rejected: 0 },
    });
    expect(summary.targets.notAttempted).toBeGreaterThan(0);
    expect(exit).toBe(4);
    await stage.write('ak.json', JSON.stringify(stage.app.accessKey));
    expect((await callMpaas(stage, ['recalls', 'resume', summary.recallId, '--quota', '1000'])).exit).toBe(0);
    expect(stage.countRevoked()).toBe(60);
  });
});

describe('a clock that is off', () => {
  it('by half an hour is made up for by the gateway’s own time', async () => {
    await using stage = await setMpaasStage({ phones: 15 });
    stage.running.emulator.faults.set([{ action: { type: 'clock', offsetMs: 1_800_000 } }]);
    const { exit, summary } = await revokeMessage(stage);
    expect(summary.targets).toMatchObject({ accepted: 15 });
    expect(exit).toBe(0);
  });

  it('and is refused all the same: it says by how much', async () => {
    await using stage = await setMpaasStage({ phones: 3 });
    stage.running.emulator.faults.set([
      { action: { type: 'clock', offsetMs: 1_800_000 } },
      { match: { vendor: 'mpaas' }, action: { type: 'code', code: 'InvalidTimeStamp.Expired' } },
    ]);
    const { exit, summary, stderr } = await revokeMessage(stage);
    expect(exit).toBe(4);
    expect(summary.stoppedBy).toMatchObject({ cause: 'credential', code: 'InvalidTimeStamp.Expired' });
    expect(stderr.replaceAll(/\s+/g, ' ')).toMatch(
      /This machine's clock is (?:29|30) min[^:]* behind the vendor's: set it right, for a signed request is only good at its time\./,
    );
  });
});

describe('an access key in two halves', () => {
  it('is refused before anything is confirmed or sent', async () => {
    await using stage = await setMpaasStage();
    await stage.write('ak.json', JSON.stringify({ accessKeyId: 'testid' }));
    const { exit, stderr } = await callMpaas(stage, messageFlags(stage));
    expect(exit).toBe(2);
    expect(stderr).toContain("The access key's accessKeySecret is missing.");
    expect(stderr).not.toContain('The plan');
    expect(stage.running.emulator.mpaas.revocations({ ...nameOf(stage), messageId: MESSAGE_ID }).count).toBe(
      0,
    );
  });
});
