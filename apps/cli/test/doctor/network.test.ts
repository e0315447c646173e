import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callCli } from '../support/call-cli.ts';
import { closedPort, examine, without, type Check } from '../support/examine.ts';
import { setStage, type Stage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

describe('unpush doctor and the network', () => {
  it('finds a certificate of a strange authority, and says how to trust one’s own', async () => {
    const { exit, check } = await examine(stage, without(stage.flags, '--ca'));
    expect(exit).toBe(2);
    expect(check('TLS').status).toBe('fail');
    expect(check('TLS').detail).toContain('--ca FILE');
    expect(check('Clock').status).toBe('skipped');
    expect(check('JWT').status).toBe('ok');
  });

  it.each([
    ['expired', 'has expired'],
    ['wrong-host-name', 'not for'],
    ['tls-1.1', 'TLS 1.2'],
  ] as const)('finds TLS that is %s', async (fault, words) => {
    await using faulty = await setStage({ tls: { fault } });
    const { exit, stdout } = await callCli(['doctor', ...faulty.flags, '--json'], { cwd: faulty.folder });
    const { checks } = JSON.parse(stdout) as { checks: readonly Check[] };
    expect(exit).toBe(2);
    expect(checks.find(({ name }) => name === 'TLS')).toMatchObject({ status: 'fail' });
    expect(checks.find(({ name }) => name === 'TLS')?.detail).toContain(words);
  });

  it('finds a port where nobody listens, and skips what hangs on it', async () => {
    const port = await closedPort();
    const { exit, check } = await examine(stage, [...stage.flags, '--endpoint', `https://127.0.0.1:${port}`]);
    expect(exit).toBe(2);
    expect(check('TCP')).toMatchObject({ status: 'fail' });
    expect(check('TCP').detail).toContain('ECONNREFUSED');
    expect(check('TCP').remedy).toContain('firewall');
    expect(['TLS', 'Answer', 'Clock'].map((name) => check(name).status)).toEqual([
      'skipped',
      'skipped',
      'skipped',
    ]);
    expect(check('JWT').status).toBe('ok');
  });

  it('finds a host name that does not exist', async () => {
    const { exit, check } = await examine(stage, [...stage.flags, '--endpoint', 'https://push.invalid']);
    expect(exit).toBe(2);
    expect(check('DNS')).toMatchObject({ status: 'fail' });
    expect(check('DNS').detail).toContain('push.invalid');
    expect(check('TCP').status).toBe('skipped');
  });

  it('refuses to send credentials to a stranger whom only the environment names', async () => {
    const flags = without(stage.flags, '--endpoint');
    const { exit, check } = await examine(stage, flags, { env: { UNPUSH_ENDPOINT: 'https://push.example' } });
    expect(exit).toBe(2);
    expect(check('Endpoint')).toMatchObject({ status: 'fail' });
    expect(check('Endpoint').detail).toContain('--allow-endpoint push.example');
    expect(check('Connection').status).toBe('skipped');
  });

  it('says what a proxy keeps it from seeing, and shows no password of its', async () => {
    const port = await closedPort();
    const { exit, check, stdout } = await examine(stage, [
      ...stage.flags,
      '--endpoint',
      'https://push.example',
      '--proxy',
      `http://carl:hunter2@127.0.0.1:${port}`,
    ]);
    expect(exit).toBe(2);
    expect(stdout).not.toContain('hunter2');
    expect(check('Connection').detail).toContain(`through the proxy 127.0.0.1:${port}`);
    expect(['DNS', 'TCP', 'TLS'].map((name) => check(name).status)).toEqual([
      'skipped',
      'skipped',
      'skipped',
    ]);
    expect(check('Answer').status).toBe('fail');
  });

  it('finds a CA file that holds no certificate, or is not there', async () => {
    const empty = await stage.write('empty.pem', 'nothing');
    const holdsNone = await examine(stage, [...stage.flags, '--ca', empty]);
    expect(holdsNone.exit).toBe(2);
    expect(holdsNone.check('Connection')).toMatchObject({ status: 'fail' });
    const missing = await examine(stage, [...stage.flags, '--ca', stage.file('nowhere.pem')]);
    expect(missing.check('Connection').detail).toContain('nowhere.pem');
    expect(missing.check('JWT').status).toBe('ok');
  });
});
