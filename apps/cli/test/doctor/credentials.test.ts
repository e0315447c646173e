import { chmod, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callCli } from '../support/call-cli.ts';
import { examine, without } from '../support/examine.ts';
import { setStage, type Stage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(() => {
  stage.running.emulator.faults.clear();
});

describe('unpush doctor and credentials', () => {
  it('finds a client id that is not of this key’s project, by the probe', async () => {
    const { exit, check } = await examine(stage, [...stage.flags, '--client-id', '999999999', '--probe']);
    expect(exit).toBe(2);
    expect(check('Client id').status).toBe('ok');
    expect(check('Probe')).toMatchObject({ status: 'fail', facts: { code: '80200001', httpStatus: 401 } });
    expect(check('Probe').remedy).toContain('unpush explain 80200001');
  });

  it('calls an answer without a code no proof', async () => {
    stage.running.emulator.faults.set([
      { match: { operation: 'revoke' }, skip: 1, action: { type: 'status', status: 502 } },
    ]);
    const { exit, check } = await examine(stage, [...stage.flags, '--probe']);
    expect(exit).toBe(0);
    expect(check('Probe')).toMatchObject({ status: 'warn' });
    expect(check('Probe').remedy).toContain('proves nothing');
  });

  it.each(['80300002', '80300032', '80200003', '80200005'])('takes %s for refused', async (code) => {
    stage.running.emulator.faults.set([{ skip: 1, action: { type: 'code', code } }]);
    const { exit, check } = await examine(stage, [...stage.flags, '--probe']);
    expect(exit).toBe(2);
    expect(check('Probe')).toMatchObject({ status: 'fail', facts: { code } });
  });

  it.each([
    ['80200001', 'Credentials or client id are refused'],
    ['80300032', 'No right to revoke'],
    ['80200005', 'JWT expired'],
  ])('says of %s what it means: %s', async (code, words) => {
    stage.running.emulator.faults.set([{ skip: 1, action: { type: 'code', code } }]);
    const { check } = await examine(stage, [...stage.flags, '--probe']);
    expect(check('Probe').remedy).toBe(`${words}: unpush explain ${code}`);
  });

  it.each(['80000000', '80100003', '80300028', '80000001'])('takes %s for let through', async (code) => {
    stage.running.emulator.faults.set([{ skip: 1, action: { type: 'code', code } }]);
    const { exit, check } = await examine(stage, [...stage.flags, '--probe']);
    expect(exit).toBe(0);
    expect(check('Probe')).toMatchObject({ status: 'ok', facts: { code } });
  });

  it('lets no answer of a server move the cursor', async () => {
    const message = 'All \u001b[2Jtokens\u202e are invalid.';
    stage.running.emulator.faults.set([{ skip: 1, action: { type: 'code', code: '80300007', message } }]);
    const { stdout } = await callCli(['doctor', ...stage.flags, '--probe'], { cwd: stage.folder });
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('"All [2Jtokens are invalid."');
  });

  it('warns of a key file that others can read, with the way to mend it', async () => {
    await chmod(stage.file('sa.json'), 0o644);
    try {
      const { exit, check } = await examine(stage, stage.flags);
      expect(exit).toBe(0);
      expect(check('Key')).toMatchObject({
        status: 'warn',
        remedy: `chmod 600 ${stage.file('sa.json')}`,
        facts: { looseMode: true },
      });
    } finally {
      await chmod(stage.file('sa.json'), 0o600);
    }
  });

  it.each([
    { flags: ['--service-account-variable', 'SHOP_SA'], variables: {}, from: 'variable SHOP_SA' },
    {
      flags: [],
      variables: { UNPUSH_SERVICE_ACCOUNT_VARIABLE: 'SHOP_SA' },
      from: 'variable SHOP_SA',
    },
    {
      flags: ['--service-account', 'sa.json'],
      variables: { UNPUSH_SERVICE_ACCOUNT_VARIABLE: 'SHOP_SA' },
      from: 'sa.json',
    },
  ])('takes what was said nearest: $from of $flags $variables', async ({ flags, variables, from }) => {
    const shop = { clientId: stage.clientId, serviceAccount: 'profile.json' };
    const config = await stage.write('both.json', JSON.stringify({ apps: { shop } }));
    const env = { SHOP_SA: await readFile(stage.file('sa.json'), 'utf8'), ...variables };
    const { check } = await examine(stage, ['--config', config, ...flags], { env });
    expect(check('Key').status).toBe('ok');
    expect(check('Key').facts?.['from']).toMatch(new RegExp(`${from}$`));
  });

  it('writes the way to mend it as a shell takes it', async () => {
    const path = await stage.write("owner's key.json", await readFile(stage.file('sa.json'), 'utf8'));
    await chmod(path, 0o644);
    const { check } = await examine(stage, [...stage.flags, '--service-account', path]);
    expect(check('Key').remedy).toBe(`chmod 600 '${stage.folder}/owner'\\''s key.json'`);
  });

  it('finds a damaged key, without showing it, and still looks at the network', async () => {
    const account = JSON.parse(await readFile(stage.file('sa.json'), 'utf8')) as { private_key: string };
    const damaged = { ...account, private_key: account.private_key.slice(0, 400) };
    const path = await stage.write('damaged.json', JSON.stringify(damaged));
    const { exit, check } = await examine(stage, [...stage.flags, '--service-account', path, '--probe']);
    expect(exit).toBe(2);
    expect(check('Key').status).toBe('fail');
    expect(check('Key').detail).toContain('private_key');
    expect(check('TLS').status).toBe('ok');
    expect(check('JWT').status).toBe('skipped');
    expect(check('Probe').status).toBe('skipped');
  });

  it('names everything that is missing at once', async () => {
    const flags = without(without(stage.flags, '--client-id'), '--service-account');
    const { exit, check } = await examine(stage, flags, { cwd: '/' });
    expect(exit).toBe(2);
    expect(check('Client id').detail).toContain('--client-id is missing');
    expect(check('Key').detail).toContain('--service-account is missing');
    for (const name of ['Client id', 'Key'])
      expect(check(name).detail).toMatch(/ \(for mPaaS give --vendor mpaas\)$/);
    expect(check('Clock').status).toBe('ok');
  });

  it('says nothing of another vendor where one was named', async () => {
    const flags = without(without(stage.flags, '--client-id'), '--service-account');
    const { check } = await examine(stage, [...flags, '--vendor', 'huawei'], { cwd: '/' });
    for (const name of ['Client id', 'Key']) expect(check(name).detail).not.toContain('mPaaS');
  });

  it('finds settings that do not hold, and stops there', async () => {
    const path = await stage.write('broken.json', '{"apps": {"shop": {"quotta": 3}}}');
    const { exit, check, checks } = await examine(stage, ['--config', path]);
    expect(exit).toBe(2);
    expect(check('Settings').detail).toContain('quotta');
    expect(checks.filter(({ status }) => status === 'skipped')).toHaveLength(11);
  });

  it.each([['--timeout is "0"', ['--timeout', '0']]])(
    'looks no further where the settings do not hold: %s',
    async (problem, flags) => {
      const { exit, checks, check } = await examine(stage, [...stage.flags, ...flags]);
      expect(exit).toBe(2);
      expect(check('Settings')).toMatchObject({ status: 'fail' });
      expect(check('Settings').detail).toContain(problem);
      expect(checks.slice(2).map(({ name, status }) => `${name} ${status}`)).toEqual([
        'Client id skipped',
        'Key skipped',
        'Endpoint skipped',
        'Connection skipped',
        'DNS skipped',
        'TCP skipped',
        'TLS skipped',
        'Answer skipped',
        'Clock skipped',
        'JWT skipped',
        'Probe skipped',
      ]);
    },
  );
});
