import { chmod } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkClock } from '../../src/commands/doctor/checks/clock.ts';
import { DOORS } from '../../src/vendors/doors.ts';
import type { Check } from '../support/examine.ts';
import { without } from '../support/examine.ts';
import { setMpaasStage, type MpaasStage } from './support/mpaas-stage.ts';
import { callMpaas } from './support/revoke-mpaas.ts';

let stage: MpaasStage;
beforeAll(async () => {
  stage = await setMpaasStage();
});
beforeEach(() => stage.running.emulator.faults.set([]));
afterAll(() => stage[Symbol.asyncDispose]());

/** Runs `unpush doctor --json`. */
async function examine(flags: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { exit, stdout } = await callMpaas(stage, ['doctor', ...flags, '--json'], { env });
  const { checks } = JSON.parse(stdout) as { readonly checks: readonly Check[] };
  const check = (name: string): Check => {
    const found = checks.find((one) => one.name === name);
    if (found === undefined) throw new Error(`no check is called ${name}`);
    return found;
  };
  return { exit, checks, check };
}

describe('unpush doctor --vendor mpaas', () => {
  it('finds every check ok, and ends with 0', async () => {
    const { exit, checks } = await examine([...stage.flags, '--probe']);
    expect(checks.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'Node ok',
      'Settings ok',
      'App ok',
      'Access key ok',
      'Endpoint ok',
      'Connection ok',
      'DNS skipped', // 127.0.0.1 is an address already
      'TCP ok',
      'TLS ok',
      'Answer ok',
      'Clock ok',
      'Signature ok',
      'Probe ok',
    ]);
    expect(exit).toBe(0);
    expect(stage.revoked().size).toBe(0);
  });

  it('says which app and key, the key’s id masked, and sends no credential without --probe', async () => {
    stage.running.emulator.requests.clear();
    const { check } = await examine(stage.flags);
    const { appId, workspaceId, accessKey } = stage.app;
    expect(check('App')).toMatchObject({
      detail: `${appId}, workspace default`,
      facts: { appId, workspaceId },
    });
    const masked = `${accessKey.accessKeyId.slice(0, 6)}…${accessKey.accessKeyId.slice(-4)}`;
    expect(check('Access key').detail).toBe(`${stage.file('ak.json')}: access key ${masked}, permanent`);
    expect(check('Access key').facts).toMatchObject({ isTemporary: false, looseMode: false });
    expect(check('Signature').detail).toMatch(/^signed with ACS3-HMAC-SHA256 in [\d.]+ ms$/);
    expect(check('Probe').detail).toContain('on a message that was never sent to a target that nobody has');
    expect(
      stage.running.emulator.requests.list().filter(({ credential }) => credential !== undefined),
    ).toEqual([]);
  });

  it('calls a temporary key one, from the variables too', async () => {
    const env = {
      ALIBABA_CLOUD_ACCESS_KEY_ID: 'testid',
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'testsecret',
      ALIBABA_CLOUD_SECURITY_TOKEN: 'testtoken',
    };
    const { check } = await examine(without(stage.flags, '--access-key-file'), env);
    expect(check('Access key')).toMatchObject({ status: 'ok', facts: { isTemporary: true } });
    expect(check('Access key').detail).toBe(
      'variables ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET, ALIBABA_CLOUD_SECURITY_TOKEN: access key te…, temporary (STS), which ends by itself',
    );
  });

  it('shows next to nothing of an id that does not look like one', async () => {
    const accessKeyId = 'MadeByTheTestToLookLikeASecret';
    const path = await stage.write(
      'odd.json',
      JSON.stringify({ accessKeyId, accessKeySecret: 'testsecret' }),
    );
    const { check } = await examine([...stage.flags, '--access-key-file', path]);
    expect(check('Access key').detail).toBe(`${path}: access key Ma…, permanent`);
    expect(check('Access key').facts).toMatchObject({ keyId: 'Ma…' });
  });

  it('warns of a key file that others can read', async () => {
    await chmod(stage.file('ak.json'), 0o644);
    const { exit, check } = await examine(stage.flags);
    await chmod(stage.file('ak.json'), 0o600);
    expect(exit).toBe(0);
    expect(check('Access key')).toMatchObject({
      status: 'warn',
      remedy: `chmod 600 ${stage.file('ak.json')}`,
    });
  });

  it('names what is missing, and skips what hangs on it', async () => {
    const flags = without(without(stage.flags, '--app-id'), '--access-key-file');
    const { exit, check } = await examine([...flags, '--probe']);
    expect(exit).toBe(2);
    expect(check('App')).toMatchObject({ status: 'fail' });
    expect(check('App').detail).toContain('--app-id is missing');
    expect(check('Access key').detail).toContain('--access-key-file is missing');
    expect(check('Signature')).toMatchObject({ status: 'skipped' });
    expect(check('Probe').detail).toBe('it needs all of app, access key, endpoint and connection');
  });

  it('skips the checks by their names where the settings do not hold', async () => {
    const { exit, checks } = await examine([...stage.flags, '--timeout', '0']);
    expect(exit).toBe(2);
    expect(checks.slice(2, 4).map(({ name, status }) => `${name} ${status}`)).toEqual([
      'App skipped',
      'Access key skipped',
    ]);
  });
});

describe('its probe', () => {
  it.each([
    ['a wrong secret', { accessKeySecret: 'testsecret' }, 'SignatureDoesNotMatch'],
    ['a key that nobody knows', { accessKeyId: 'testid' }, 'InvalidAccessKeyId.NotFound'],
  ])('fails for %s', async (_what, change, code) => {
    await stage.write('ak-wrong.json', JSON.stringify({ ...stage.app.accessKey, ...change }));
    const { exit, check } = await examine([
      ...stage.flags,
      '--access-key-file',
      stage.file('ak-wrong.json'),
      '--probe',
    ]);
    expect(exit).toBe(2);
    expect(check('Probe')).toMatchObject({
      status: 'fail',
      facts: { code },
      remedy: `Access key, app id or workspace id are refused: unpush explain ${code}`,
    });
  });

  it('fails for an app that is not there', async () => {
    const { exit, check } = await examine([...stage.flags, '--app-id', 'ONEX0000000000000', '--probe']);
    expect(exit).toBe(2);
    expect(check('Probe')).toMatchObject({ status: 'fail', facts: { code: '3007' } });
  });

  it.each(['8014', '3032', '3003', '-1', '3033', 'NoPermission'])('takes %s for refused', async (code) => {
    stage.running.emulator.faults.set([{ match: { vendor: 'mpaas' }, action: { type: 'code', code } }]);
    const { exit, check } = await examine([...stage.flags, '--probe']);
    expect(check('Probe')).toMatchObject({ status: 'fail', facts: { code } });
    expect(exit).toBe(2);
  });

  it.each([
    ['3007', 'Access key, app id or workspace id are refused'],
    ['8013', 'Tenant ID wrong'],
    ['3032', 'Push API switched off'],
    ['NoPermission', 'Not allowed by RAM'],
    ['InvalidApi.NotFound', 'Operation not found'],
    ['InvalidSecurityToken.Expired', 'STS token expired'],
  ])('says of %s what it means: %s', async (code, words) => {
    stage.running.emulator.faults.set([{ match: { vendor: 'mpaas' }, action: { type: 'code', code } }]);
    const { check } = await examine([...stage.flags, '--probe']);
    expect(check('Probe').status).toBe('fail');
    expect(check('Probe').remedy).toBe(`${words}: unpush explain ${code}`);
  });

  it('says of an answer without a code what its status means', async () => {
    stage.running.emulator.faults.set([
      { match: { operation: 'RevokePushMessage' }, action: { type: 'status', status: 404 } },
    ]);
    const { check } = await examine([...stage.flags, '--probe']);
    expect(check('Probe')).toMatchObject({
      status: 'fail',
      remedy: 'Address not found: unpush explain 404 --vendor mpaas',
    });
  });

  it.each(['3028', '3021'])('takes %s for let through', async (code) => {
    stage.running.emulator.faults.set([{ match: { vendor: 'mpaas' }, action: { type: 'code', code } }]);
    const { exit, check } = await examine([...stage.flags, '--probe']);
    expect(check('Probe')).toMatchObject({ status: 'ok', facts: { code } });
    expect(exit).toBe(0);
  });

  it.each(['Throttling.User', '9000', 'ServiceUnavailable', 'SignatureNonceUsed', 'MissingAppId'])(
    'takes %s for no proof',
    async (code) => {
      stage.running.emulator.faults.set([{ match: { vendor: 'mpaas' }, action: { type: 'code', code } }]);
      const { exit, check } = await examine([...stage.flags, '--probe']);
      expect(check('Probe')).toMatchObject({ status: 'warn', facts: { code } });
      expect(check('Probe').remedy).toContain('proves nothing');
      expect(exit).toBe(0);
    },
  );

  it('goes to no phone, with random names', async () => {
    stage.running.emulator.requests.clear();
    await examine([...stage.flags, '--probe']);
    const [request] = stage.running.emulator.requests
      .list()
      .filter(({ credential }) => credential !== undefined);
    expect(request).toMatchObject({ operation: 'RevokePushMessage' });
    expect(request?.messageId).toMatch(/^unpush-doctor-probe-[0-9a-f]{32}$/);
  });
});

describe('its clock', () => {
  // As far as the gateway lets a request's date be off
  it.each([
    [30, 'ok'],
    [4 * 60, 'warn'],
    [14 * 60, 'warn'],
    [16 * 60, 'warn'],
    [-16 * 60, 'warn'],
  ])('%d s off is: %s', async (seconds, status) => {
    const { clockToleranceMs, correctsClock } = await (await DOORS.mpaas.load()).doctor();
    const date = 'Mon, 23 Nov 2026 02:00:00 GMT';
    const times = { date, ourMs: Date.UTC(2026, 10, 23, 2) + seconds * 1000 };
    const finding = checkClock(times, {
      dated: 'signed requests',
      toleranceMs: clockToleranceMs,
      isCorrected: correctsClock === true,
    });
    expect(finding.status).toBe(status);
    if (Math.abs(seconds) > 15 * 60)
      expect(finding.remedy).toContain(
        'So far off, signed requests are refused at first; a recall then goes by',
      );
  });

  it('half an hour off does not stop the probe, which goes by the vendor’s, as a recall does', async () => {
    stage.running.emulator.faults.set([{ action: { type: 'clock', offsetMs: 1_800_000 } }]);
    stage.running.emulator.requests.clear();
    const { exit, check } = await examine([...stage.flags, '--probe']);
    expect(check('Probe')).toMatchObject({ status: 'ok', facts: { code: '3028' } });
    expect(exit).toBe(0);
    const probes = stage.running.emulator.requests.list().filter(({ method }) => method === 'POST');
    expect(probes.map(({ code }) => code)).toEqual(['InvalidTimeStamp.Expired', '3028']);
  });

  it('stops the probe where the vendor’s is refused as well', async () => {
    const code = 'InvalidTimeStamp.Expired';
    stage.running.emulator.faults.set([{ match: { vendor: 'mpaas' }, action: { type: 'code', code } }]);
    const { exit, check } = await examine([...stage.flags, '--probe']);
    expect(check('Probe').remedy).toBe(`Clock is off: unpush explain ${code}`);
    expect(exit).toBe(2);
  });
});
