import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callCli } from '../support/call-cli.ts';
import { type Check, examine } from '../support/examine.ts';
import { spawnCli } from '../support/spawn-cli.ts';
import { setStage, type Stage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

describe('unpush doctor, where all is well', () => {
  it('finds every check ok, and ends with 0', async () => {
    const { exit, ok, checks } = await examine(stage, [...stage.flags, '--probe']);
    expect({ exit, ok }).toEqual({ exit: 0, ok: true });
    expect(checks.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'Node ok',
      'Settings ok',
      'Client id ok',
      'Key ok',
      'Endpoint ok',
      'Connection ok',
      'DNS skipped', // 127.0.0.1 is an address already
      'TCP ok',
      'TLS ok',
      'Answer ok',
      'Clock ok',
      'JWT ok',
      'Probe ok',
    ]);
  });

  it('ends with one line that says what all of it comes to', async () => {
    const { stdout } = await callCli(['doctor', ...stage.flags, '--probe'], { cwd: stage.folder });
    expect(stdout).toMatch(/\n\nReady for a recall\.\n$/);
    const broken = await callCli(['doctor', ...stage.flags, '--service-account', stage.file('none.json')], {
      cwd: stage.folder,
    });
    expect(broken.stdout).toMatch(/\n\nNot ready: 1 check failed \(Key\)\.\n$/);
  });

  it('calls nothing ready that was not tried', async () => {
    const { exit, stdout } = await callCli(['doctor', ...stage.flags], { cwd: stage.folder });
    expect(exit).toBe(0);
    expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(
      /Nothing wrong found on this machine; key and app were not tried at the vendor: add --probe\. $/,
    );
    expect(stdout).not.toContain('Ready');
  });

  it('tells what it found', async () => {
    const { check } = await examine(stage, [...stage.flags, '--probe']);
    expect(check('Node').detail).toBe(process.version);
    expect(check('Key').facts).toMatchObject({ bits: 2048, looseMode: false });
    expect(check('TLS').facts).toMatchObject({ protocol: 'TLSv1.3', daysLeft: 29 });
    expect(check('TLS').detail).toContain('throw-away authority');
    expect(check('Answer').facts).toMatchObject({ httpStatus: 404 });
    expect(check('Clock').detail).toBe("agrees with the server's");
    expect(check('JWT').detail).toMatch(/^signed with PS256 in [\d.]+ ms, valid until /);
    expect(check('Probe').facts).toMatchObject({ code: '80300007' });
  });

  it('probes with a single token that no phone has, and touches none that there is', async () => {
    stage.running.emulator.requests.clear();
    await examine(stage, [...stage.flags, '--probe']);
    const revokes = stage.running.emulator.requests.list().filter(({ method }) => method === 'POST');
    expect(revokes).toMatchObject([{ operation: 'revoke', tokenCount: 1, acted: false }]);
    expect(stage.revoked().size).toBe(0);
  });

  it('sends no credential without --probe', async () => {
    stage.running.emulator.requests.clear();
    const { check } = await examine(stage, stage.flags);
    expect(check('Probe').status).toBe('skipped');
    const seen = stage.running.emulator.requests.list();
    expect(seen.map(({ method }) => method)).toEqual(['GET']);
    expect(seen.every(({ credential }) => credential === undefined)).toBe(true);
  });

  it('prints a line for each, with colours on a screen only', async () => {
    const { exit, stdout, stderr } = await spawnCli(['doctor', ...stage.flags], { cwd: stage.folder }).result;
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toMatch(/^ok {7}Node {8}v\d+\.\d+\.\d+\n/);
    expect(stdout).toContain(`\nok       Client id   ${stage.clientId}\n`);
    expect(stdout).toMatch(/\nskipped {2}Probe {7}--probe /);
    expect(stdout).not.toContain(String.fromCharCode(27));
  });

  it('says which profile, variables and flags are in use', async () => {
    const config = await stage.write(
      'shop.json',
      JSON.stringify({ apps: { shop: { clientId: stage.clientId, serviceAccount: 'sa.json' } } }),
    );
    const { check } = await examine(
      stage,
      ['--config', config, '--endpoint', stage.running.url, '--ca', stage.file('ca.pem')],
      { env: { UNPUSH_QUOTA: '6000' } },
    );
    expect(check('Settings').detail).toBe(
      `profile shop of ${config}; variables UNPUSH_QUOTA; flags --endpoint, --ca`,
    );
    expect(check('Key').status).toBe('ok');
  });

  it('skips TLS where the endpoint is plain http to this machine', async () => {
    await using plain = await setStage({ tls: false });
    const result = await callCli(['doctor', ...plain.flags, '--probe', '--json'], { cwd: plain.folder });
    const { ok, checks } = JSON.parse(result.stdout) as { ok: boolean; checks: readonly Check[] };
    expect({ exit: result.exit, ok }).toEqual({ exit: 0, ok: true });
    expect(checks.find(({ name }) => name === 'TLS')).toMatchObject({ status: 'skipped' });
    expect(checks.find(({ name }) => name === 'Probe')).toMatchObject({ status: 'ok' });
  });
});
