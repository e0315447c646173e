import { constants, createPublicKey, verify } from 'node:crypto';
import { chmod } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callCli } from '../support/call-cli.ts';
import { expectNoSecrets } from '../support/expect-no-secrets.ts';
import { callOnScreen } from '../support/screen.ts';
import { spawnCli } from '../support/spawn-cli.ts';
import { setStage, type Stage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

const account = (): readonly string[] => ['--service-account', stage.file('sa.json')];

describe('unpush token', () => {
  it('prints a JWT and nothing else, which the key’s public half verifies: PS256 with a salt of 32 bytes', async () => {
    const { exit, stdout, stderr } = await spawnCli(['token', ...account()], { cwd: stage.folder }).result;
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const [header = '', claims = '', signature = ''] = stdout.trim().split('.');
    const key = {
      key: createPublicKey(stage.privateKey),
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: 32,
    };
    const signed = Buffer.from(`${header}.${claims}`);
    expect(verify('sha256', signed, key, Buffer.from(signature, 'base64url'))).toBe(true);
  });

  it('prints one that the vendor takes', async () => {
    const { stdout } = await callCli(['token', ...account()]);
    const { emulator, url } = stage.running;
    const answer = await emulator.fetch(
      new Request(`${url}/v1/${stage.clientId}/messages:revoke`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${stdout.trim()}`,
          'content-type': 'application/json',
          'push-type': '0',
        },
        body: JSON.stringify({ notifyId: 3114932, token: [stage.tokens[0]] }),
      }),
    );
    expect(await answer.json()).toMatchObject({ code: '80000000' });
  });

  it('warns that it is a secret where it goes to a screen', async () => {
    const { stdout, stderr } = await callOnScreen(['token', ...account()], { env: { NO_COLOR: '1' } });
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(stderr).toMatch(
      /^warning this is a secret: whoever has it can push as this app until \d{4}-\S+Z\n$/,
    );
  });

  it('takes the service account out of a variable', async () => {
    const json = JSON.stringify({ key_id: 'k', sub_account: '1', private_key: stage.privateKey });
    const { exit, stdout } = await callCli(['token', '--service-account-variable', 'SA', '--decode'], {
      env: { SA: json },
    });
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ header: { kid: 'k' }, key: { from: 'variable SA' } });
  });

  it('says what is missing, and ends with 2', async () => {
    const { exit, stdout, stderr } = await callCli(['token'], { cwd: '/' });
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain('--service-account is missing');
    expect(stderr).toContain('UNPUSH_SERVICE_ACCOUNT');
  });

  it('refuses a file that is no service account, without showing what is in it', async () => {
    const path = await stage.write('not.json', '{"client_secret": "hunter2", "client_id": "1"}');
    const { exit, stdout, stderr } = await callCli(['token', '--service-account', path]);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain('not a Huawei service account');
    expect(stderr).not.toContain('hunter2');
  });

  it('has no token for mPaaS, and says why', async () => {
    const { exit, stderr } = await callCli(['token', '--vendor', 'mpaas']);
    expect(exit).toBe(2);
    expect(stderr).toContain('--vendor is mpaas');
  });
});

describe('unpush token --decode', () => {
  it('prints header, claims, times and key, and never the signature', async () => {
    const before = Math.floor(Date.now() / 1000);
    const result = await callCli(['token', ...account(), '--decode'], { cwd: stage.folder });
    expectNoSecrets(stage, result);
    expect({ exit: result.exit, stderr: result.stderr }).toEqual({ exit: 0, stderr: '' });
    const { header, claims, issuedAt, expiresAt, key } = JSON.parse(result.stdout) as {
      header: Record<string, string>;
      claims: { iss: string; aud: string; iat: number; exp: number };
      issuedAt: string;
      expiresAt: string;
      key: Record<string, unknown>;
    };
    expect(header).toEqual({
      kid: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      typ: 'JWT',
      alg: 'PS256',
    });
    expect(claims.aud).toBe('https://oauth-login.cloud.huawei.com/oauth2/v3/token');
    expect(claims.exp - claims.iat).toBe(3600);
    expect(claims.iat).toBeGreaterThanOrEqual(before);
    expect(Date.parse(issuedAt)).toBe(claims.iat * 1000);
    expect(Date.parse(expiresAt)).toBe(claims.exp * 1000);
    expect(key).toMatchObject({ from: stage.file('sa.json'), keyId: header['kid'], bits: 2048 });
    expect(Object.keys(JSON.parse(result.stdout) as object)).not.toContain('signature');
  });

  it('works with a key file that others can read: `doctor` is the one to complain', async () => {
    await chmod(stage.file('sa.json'), 0o644);
    const { exit } = await callCli(['token', ...account(), '--decode']);
    await chmod(stage.file('sa.json'), 0o600);
    expect(exit).toBe(0);
  });
});
