import { describe, expect, it } from 'vitest';
import { MESSAGE_ID, setMpaasStage, type MpaasStage } from './support/mpaas-stage.ts';
import { callMpaas } from './support/revoke-mpaas.ts';

const revokeWith = (stage: MpaasStage, more: readonly string[]): readonly string[] => [
  ...['revoke', '--message-id', MESSAGE_ID, '--confirm', MESSAGE_ID, '--targets', stage.list],
  ...more,
];

/** Flags that only say where the emulator is. */
const wayTo = (stage: MpaasStage): readonly string[] => [
  '--endpoint',
  stage.running.url,
  '--ca',
  stage.file('ca.pem'),
];

const keyVariables = ({ app }: MpaasStage) => ({
  ALIBABA_CLOUD_ACCESS_KEY_ID: app.accessKey.accessKeyId,
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: app.accessKey.accessKeySecret,
});

const idVariables = ({ app }: MpaasStage) => ({
  UNPUSH_VENDOR: 'mpaas',
  UNPUSH_APP_ID: app.appId,
  UNPUSH_WORKSPACE_ID: app.workspaceId,
});

describe('settings of mPaaS', () => {
  it('come from variables, its own and Alibaba Cloud’s', async () => {
    await using stage = await setMpaasStage();
    const env = { ...idVariables(stage), ...keyVariables(stage) };
    const { exit } = await callMpaas(stage, revokeWith(stage, wayTo(stage)), { env });
    expect(exit).toBe(0);
    expect(stage.revoked().size).toBe(3);
  });

  it('come from a profile, with the path of the key relative to it', async () => {
    await using stage = await setMpaasStage();
    const { appId, workspaceId } = stage.app;
    const bank = {
      vendor: 'mpaas',
      appId,
      workspaceId,
      accessKeyFile: 'ak.json',
      endpoint: stage.running.url,
    };
    await stage.write('unpush.config.json', JSON.stringify({ apps: { bank } }));
    const flags = revokeWith(stage, ['--ca', stage.file('ca.pem')]);
    const { exit, stderr } = await callMpaas(stage, flags);
    expect(exit).toBe(0);
    expect(stderr).toContain(`  app           app ${appId}, workspace default, profile bank\n`);
    expect(stage.revoked().size).toBe(3);
  });

  it('take a temporary key from the variables, with its token', async () => {
    await using stage = await setMpaasStage();
    const { appId, workspaceId } = stage.app;
    const key = stage.running.emulator.mpaas.createAccessKey({
      appId,
      workspaceId,
      securityToken: 'made-by-the-test',
    });
    const env = {
      ...idVariables(stage),
      ALIBABA_CLOUD_ACCESS_KEY_ID: key.accessKeyId,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: key.accessKeySecret,
      ALIBABA_CLOUD_SECURITY_TOKEN: 'made-by-the-test',
    };
    expect((await callMpaas(stage, revokeWith(stage, wayTo(stage)), { env })).exit).toBe(0);
  });

  it.each([
    [
      ['ALIBABA_CLOUD_ACCESS_KEY_ID'],
      'ALIBABA_CLOUD_ACCESS_KEY_ID without ALIBABA_CLOUD_ACCESS_KEY_SECRET; set all of them, or give --access-key-file FILE',
    ],
    [
      ['ALIBABA_CLOUD_ACCESS_KEY_SECRET'],
      'ALIBABA_CLOUD_ACCESS_KEY_SECRET without ALIBABA_CLOUD_ACCESS_KEY_ID; set all of them',
    ],
    [
      ['ALIBABA_CLOUD_SECURITY_TOKEN'],
      'ALIBABA_CLOUD_SECURITY_TOKEN without ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET',
    ],
    [[], '--access-key-file is missing: give the path of a JSON file with accessKeyId and accessKeySecret'],
  ])('with only %j say what is missing', async (names, words) => {
    await using stage = await setMpaasStage();
    const env = { ...idVariables(stage), ...Object.fromEntries(names.map((name) => [name, 'testid'])) };
    const { exit, stderr } = await callMpaas(stage, revokeWith(stage, wayTo(stage)), { env });
    expect(exit).toBe(2);
    expect(stderr).toContain(words);
    expect(stage.running.emulator.requests.list()).toEqual([]);
  });

  it('are not kept where they are secrets: a recall that goes on asks for the key by what it reads', async () => {
    await using stage = await setMpaasStage();
    const { appId, workspaceId } = stage.app;
    stage.running.emulator.mpaas.setPushApi({ appId, workspaceId }, 'off');
    const env = { ...idVariables(stage), ...keyVariables(stage) };
    const begun = await callMpaas(stage, revokeWith(stage, wayTo(stage)), { env });
    const [, id = ''] = /Recall (r-\w+)/.exec(begun.stderr) ?? [];
    for (const dry of [[], ['--dry-run']]) {
      const { exit, stderr } = await callMpaas(stage, ['recalls', 'resume', id, ...dry]);
      expect(exit).toBe(2);
      expect(stderr).toContain(
        'set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET (and ALIBABA_CLOUD_SECURITY_TOKEN for temporary ones), or give --access-key-file FILE',
      );
      expect(stderr).not.toContain('UNPUSH_ACCESS_KEY_FILE');
      expect(stderr).not.toContain('unpush.config.json');
    }
    const dry = ['recalls', 'resume', id, '--dry-run'];
    expect((await callMpaas(stage, dry, { env: keyVariables(stage) })).exit).toBe(0);
    expect((await callMpaas(stage, [...dry, '--access-key-file', stage.file('ak.json')])).exit).toBe(0);
  });

  it('take no secret for a field of a profile', async () => {
    await using stage = await setMpaasStage();
    const bank = { vendor: 'mpaas', accessKeySecret: 'testsecret' };
    await stage.write('unpush.config.json', JSON.stringify({ apps: { bank } }));
    const { exit, stderr } = await callMpaas(stage, revokeWith(stage, wayTo(stage)));
    expect(exit).toBe(2);
    expect(stderr).toContain('accessKeySecret');
    expect(stderr).not.toContain('testsecret');
  });

  it('bring a batch size that is meant for another vendor down to what mPaaS takes', async () => {
    await using stage = await setMpaasStage();
    const env = { ...idVariables(stage), ...keyVariables(stage), UNPUSH_BATCH_SIZE: '500' };
    const { exit, stderr } = await callMpaas(stage, revokeWith(stage, [...wayTo(stage), '--dry-run']), {
      env,
    });
    expect(exit).toBe(0);
    expect(stderr).toContain('  requests      3 of up to 1 target\n');
  });
});
