import { generateKeyPairSync } from 'node:crypto';
import { chmod, mkdir, symlink, lstat } from 'node:fs/promises';
import { beforeEach, afterEach, describe, expect, it } from 'vitest';
import { configSchema } from '../../src/settings/fields.ts';
import { callCli, type CliResult } from '../support/call-cli.ts';
import { makeFolder, type Folder } from '../support/folder.ts';
import { spawnCli } from '../support/spawn-cli.ts';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const ACCOUNT = JSON.stringify({ key_id: 'k', sub_account: '1', private_key: privateKey });

let folder: Folder;
beforeEach(async () => {
  folder = await makeFolder();
  await folder.write('sa.json', ACCOUNT);
});
afterEach(() => folder[Symbol.asyncDispose]());

const init = (...flags: readonly string[]): Promise<CliResult> =>
  callCli(['init', '--no-input', ...flags], { cwd: folder.path });

const SHOP = ['--app', 'shop', '--client-id', '104012345', '--service-account', 'sa.json'] as const;

const config = async (name = 'unpush.config.json'): Promise<unknown> => JSON.parse(await folder.read(name));

describe('unpush init --no-input', () => {
  it('writes a configuration that says where its schema is, and what to do next', async () => {
    const { result } = spawnCli(['init', '--no-input', ...SHOP, '--quota', '6000'], { cwd: folder.path });
    const { exit, stdout, stderr } = await result;
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: '' });
    expect(stderr).toBe(
      `Wrote the profile shop to ${folder.file('unpush.config.json')}.\nNext: unpush doctor --probe\n`,
    );
    expect(await config()).toEqual({
      $schema: 'https://unpkg.com/unpush/config.schema.json',
      defaultApp: 'shop',
      apps: {
        shop: { vendor: 'huawei', clientId: '104012345', serviceAccount: 'sa.json', quota: 6000 },
      },
    });
  });

  it('writes what the settings accept, and what `doctor` then uses', async () => {
    await init(...SHOP);
    expect(configSchema.safeParse(await config()).success).toBe(true);
    const { stdout } = await callCli(['doctor', '--endpoint', 'http://127.0.0.1:1', '--json'], {
      cwd: folder.path,
    });
    const { checks } = JSON.parse(stdout) as { checks: { name: string; status: string; detail: string }[] };
    expect(checks.find(({ name }) => name === 'Settings')?.detail).toContain('profile shop');
    expect(checks.find(({ name }) => name === 'Key')?.status).toBe('ok');
  });

  it('writes paths below the file relative to it, others whole', async () => {
    await mkdir(folder.file('etc'));
    await init(...SHOP, '--config', 'etc/unpush.config.json');
    expect(await config('etc/unpush.config.json')).toMatchObject({
      apps: { shop: { serviceAccount: folder.file('sa.json') } },
    });
    await mkdir(folder.file('keys'));
    await folder.write('keys/bank.json', ACCOUNT);
    await init('--app', 'bank', '--client-id', '2', '--service-account', folder.file('keys/bank.json'));
    expect(await config()).toMatchObject({ apps: { bank: { serviceAccount: 'keys/bank.json' } } });
  });

  it('quotes what a person is to type, and names the file where that was named', async () => {
    await mkdir(folder.file('my keys'));
    await folder.write('my keys/sa.json', ACCOUNT);
    await chmod(folder.file('my keys/sa.json'), 0o644);
    const { stderr } = await init(
      ...SHOP,
      '--service-account',
      'my keys/sa.json',
      '--config',
      'my keys/u.json',
    );
    expect(stderr).toContain(`: chmod 600 '${folder.file('my keys/sa.json')}'\n`);
    expect(stderr).toMatch(/\nNext: unpush doctor --config 'my keys\/u\.json' --probe\n$/);
  });

  it('takes the name of a variable in place of a file', async () => {
    const { exit } = await init('--app', 'shop', '--client-id', '1', '--service-account-variable', 'SHOP_SA');
    expect(exit).toBe(0);
    expect(await config()).toMatchObject({ apps: { shop: { serviceAccountVariable: 'SHOP_SA' } } });
  });

  it('warns of a key file that others can read', async () => {
    await chmod(folder.file('sa.json'), 0o644);
    const { exit, stderr } = await init(...SHOP);
    expect(exit).toBe(0);
    expect(stderr).toContain(`warning others than its owner can read ${folder.file('sa.json')}: chmod 600 `);
  });

  it('goes by UNPUSH_CONFIG', async () => {
    await callCli(['init', '--no-input', ...SHOP], {
      cwd: folder.path,
      env: { UNPUSH_CONFIG: folder.file('other.json') },
    });
    expect(await config('other.json')).toMatchObject({ defaultApp: 'shop' });
  });
});

describe('a configuration that is there already', () => {
  const EXISTING = { $schema: 'mine', apps: { bank: { clientId: '1', canary: 5 } } };
  beforeEach(() => folder.write('unpush.config.json', JSON.stringify(EXISTING)));

  it('gets the app besides; its only app so far stays the default, which it was without saying so', async () => {
    const { exit, stderr } = await init(...SHOP);
    expect(exit).toBe(0);
    expect(stderr).toContain('The default is still bank');
    expect(stderr).toContain('Next: unpush doctor --app shop --probe');
    expect(await config()).toEqual({
      $schema: 'mine',
      defaultApp: 'bank',
      apps: {
        bank: { clientId: '1', canary: 5 },
        shop: { vendor: 'huawei', clientId: '104012345', serviceAccount: 'sa.json' },
      },
    });
  });

  it('gets another default with --default', async () => {
    await init(...SHOP, '--default');
    expect(await config()).toMatchObject({ defaultApp: 'shop' });
  });

  it('keeps a profile of the same name, unless --force is given', async () => {
    const flags = ['--app', 'bank', '--client-id', '2', '--service-account', 'sa.json'];
    const { exit, stderr } = await init(...flags);
    expect(exit).toBe(2);
    expect(stderr).toContain('has a profile bank already');
    expect(stderr).toContain('--force');
    expect(await config()).toEqual(EXISTING);
    expect((await init(...flags, '--force')).exit).toBe(0);
    expect(await config()).toMatchObject({ apps: { bank: { clientId: '2', serviceAccount: 'sa.json' } } });
  });

  it.each(['{"apps": ', '{"apps": {"bank": {"secret": "x"}}}', '[]'])(
    'is left alone if it does not hold: %s',
    async (text) => {
      await folder.write('unpush.config.json', text);
      const { exit, stderr } = await init(...SHOP, '--force');
      expect(exit).toBe(2);
      expect(stderr).toContain(folder.file('unpush.config.json'));
      expect(await folder.read('unpush.config.json')).toBe(text);
    },
  );

  it('stays a link if it is one', async () => {
    await folder.write('real.json', JSON.stringify(EXISTING));
    await symlink(folder.file('real.json'), folder.file('linked.json'));
    await init(...SHOP, '--config', 'linked.json');
    expect((await lstat(folder.file('linked.json'))).isSymbolicLink()).toBe(true);
    expect(await config('real.json')).toMatchObject({ apps: { shop: { clientId: '104012345' } } });
  });
});

describe('what unpush init refuses, writing nothing', () => {
  const JWT = `eyJhbGciOiJQUzI1NiJ9.eyJpc3MiOiIxIn0.${'x'.repeat(40)}`;

  it.each([
    ['a missing name', ['--client-id', '1', '--service-account', 'sa.json'], '--app NAME is missing'],
    [
      'a flag of another vendor',
      [...SHOP, '--app-id', 'ONEX570DA89211721'],
      '--app-id is a flag of mPaaS, but the vendor is Huawei where nothing says otherwise: nothing was written; leave it out, or give --vendor mpaas',
    ],
    ['an empty client id', ['--app', 'shop', '--client-id', ''], '--client-id is "": must not be empty'],
    [
      'a variable that cannot be one',
      ['--app', 'shop', '--service-account-variable', 'A-B'],
      '--service-account-variable is "A-B": must be the name of a variable: letters, digits and "_"',
    ],
    ['all that is missing', [], '--app NAME, --client-id ID, --service-account FILE are missing'],
    ['a name that is none', ['--app', 'my shop', ...SHOP.slice(2)], '--app is "my shop"'],
    ['a name that objects have', ['--app', '__proto__', ...SHOP.slice(2)], '--app is "__proto__"'],
    ['a client id that is none', [...SHOP, '--client-id', 'a b'], '--client-id must be the app'],
    ['a quota that is none', [...SHOP, '--quota', 'fast'], '--quota is "fast"'],
    ['a batch size beyond the limit', [...SHOP, '--batch-size', '1001'], '--batch-size is 1001'],
    ['a key file that is not there', [...SHOP, '--service-account', 'no.json'], 'no.json does not exist'],
    [
      'what mPaaS needs',
      ['--app', 'shop', '--vendor', 'mpaas'],
      '--app-id ID, --workspace-id ID are missing',
    ],
    ['a key for a path', [...SHOP, '--service-account', ACCOUNT], '--service-account looks like a secret'],
    ['a key for a name', [...SHOP, '--service-account-variable', privateKey], 'looks like a secret'],
    ['a JWT for an id', [...SHOP, '--client-id', JWT], '--client-id looks like a secret'],
    ['a password', [...SHOP, '--proxy', 'http://carl:hunter2@proxy:3128'], '--proxy holds a password'],
  ])('%s', async (_what, flags, message) => {
    const { exit, stdout, stderr } = await init(...flags);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('hunter2');
    expect(stderr).not.toContain(JWT);
    expect(stderr).not.toContain(privateKey.split('\n')[3]);
    await expect(folder.read('unpush.config.json')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('a file with something else in it', async () => {
    await folder.write('sa.json', '{"client_email": "x@y", "private_key": "z"}');
    const { exit, stderr } = await init(...SHOP);
    expect(exit).toBe(2);
    expect(stderr).toContain('Google');
  });

  it('to ask where there is no screen', async () => {
    const { exit, stderr } = await callCli(['init'], { cwd: folder.path });
    expect(exit).toBe(2);
    expect(stderr).toContain('nobody can be asked here');
  });
});
