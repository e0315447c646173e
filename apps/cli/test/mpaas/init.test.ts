import { chmod } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { configSchema } from '../../src/settings/fields.ts';
import { callCli, type CliResult } from '../support/call-cli.ts';
import { makeFolder, type Folder } from '../support/folder.ts';
import { callOnScreen, type Step } from '../support/screen.ts';

const ENTER = '\r';
const CTRL_U = '\u0015';
const DOWN = '\u001b[B';

let folder: Folder;
beforeEach(async () => {
  folder = await makeFolder();
  await folder.write('ak.json', JSON.stringify({ accessKeyId: 'testid', accessKeySecret: 'testsecret' }));
});
afterEach(() => folder[Symbol.asyncDispose]());

const BANK = [
  '--app',
  'bank',
  '--vendor',
  'mpaas',
  '--app-id',
  'ONEX570DA89211721',
  '--workspace-id',
  'default',
];
const init = (...flags: readonly string[]): Promise<CliResult> =>
  callCli(['init', '--no-input', ...flags], { cwd: folder.path });
const config = async (): Promise<unknown> => JSON.parse(await folder.read('unpush.config.json'));

describe('unpush init --vendor mpaas --no-input', () => {
  it('writes a profile that the settings accept', async () => {
    const { exit } = await init(...BANK, '--access-key-file', 'ak.json', '--region', 'cn-shanghai');
    expect(exit).toBe(0);
    expect(configSchema.safeParse(await config()).success).toBe(true);
    expect(await config()).toMatchObject({
      apps: {
        bank: {
          vendor: 'mpaas',
          appId: 'ONEX570DA89211721',
          workspaceId: 'default',
          region: 'cn-shanghai',
          accessKeyFile: 'ak.json',
        },
      },
    });
  });

  it('needs no file: the key may come from variables', async () => {
    expect((await init(...BANK)).exit).toBe(0);
    const { stdout } = await callCli(['doctor', '--endpoint', 'http://127.0.0.1:1', '--json'], {
      cwd: folder.path,
      env: { ALIBABA_CLOUD_ACCESS_KEY_ID: 'testid', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'testsecret' },
    });
    const { checks } = JSON.parse(stdout) as { checks: { name: string; status: string }[] };
    expect(checks.find(({ name }) => name === 'Access key')?.status).toBe('ok');
  });

  it('warns of a key file that others can read', async () => {
    await chmod(folder.file('ak.json'), 0o644);
    const { stderr } = await init(...BANK, '--access-key-file', 'ak.json');
    expect(stderr).toContain(`warning others than its owner can read ${folder.file('ak.json')}: chmod 600 `);
  });

  const SECRET = 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0';

  it.each([
    ['what is missing', ['--app', 'bank', '--vendor', 'mpaas'], '--app-id ID, --workspace-id ID are missing'],
    ['a key file that is not there', [...BANK, '--access-key-file', 'no.json'], 'no.json does not exist'],
    [
      'a region that is none',
      [...BANK, '--region', 'Hangzhou'],
      '--region must be a region of Alibaba Cloud',
    ],
    [
      'flags of another vendor',
      [...BANK, '--client-id', '104', '--service-account', 'foo.json'],
      '--client-id is a flag of Huawei, but --vendor is "mpaas": nothing was written; leave it out, or give --vendor huawei',
    ],
    ['an empty id', [...BANK, '--workspace-id', ''], '--workspace-id is "": must not be empty'],
    ['an app id that is none', [...BANK, '--app-id', 'a/b'], '--app-id must be the app'],
    ['a secret for a path', [...BANK, '--access-key-file', SECRET], '--access-key-file looks like a secret'],
    [
      'a security token for an id',
      [...BANK, '--tenant-id', `CAIS${'x'.repeat(80)}`],
      '--tenant-id looks like',
    ],
  ])('refuses %s, writing nothing', async (_what, flags, words) => {
    const { exit, stderr } = await init(...flags);
    expect(exit).toBe(2);
    expect(stderr).toContain(words);
    expect(stderr).not.toContain(SECRET);
    await expect(folder.read('unpush.config.json')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('unpush init on a screen', () => {
  const STEPS: readonly Step[] = [
    { see: 'Which push service?', type: DOWN },
    { see: 'Alibaba Cloud mPaaS', type: ENTER },
    { see: 'A name for this app', type: `bank${ENTER}` },
    { see: 'The AppId', type: `ONEX570DA89211721${ENTER}` },
    { see: 'The WorkspaceId', type: `default${ENTER}` },
  ];
  const QUOTA: Step = { see: 'How many targets per second', type: ENTER };

  it('asks for app, key and region, and looks at the key at once', async () => {
    const { exit } = await callOnScreen(['init'], {
      cwd: folder.path,
      steps: [
        ...STEPS,
        { see: 'the access key', type: `nowhere.json${ENTER}` },
        { see: 'does not exist', type: `${CTRL_U}ak.json${ENTER}` },
        { see: 'The region', type: `cn-beijing${ENTER}` },
        QUOTA,
      ],
    });
    expect(exit).toBe(0);
    expect(await config()).toMatchObject({
      apps: {
        bank: { vendor: 'mpaas', workspaceId: 'default', accessKeyFile: 'ak.json', region: 'cn-beijing' },
      },
    });
  });

  it('asks again, in plain words, where nothing was typed', async () => {
    const { exit } = await callOnScreen(['init'], {
      cwd: folder.path,
      steps: [
        ...STEPS.slice(0, 4),
        { see: 'The WorkspaceId', type: ENTER },
        { see: 'It is "": must not be empty', type: `default${ENTER}` },
        { see: 'the access key', type: ENTER },
        { see: 'The region', type: ENTER },
        QUOTA,
      ],
    });
    expect(exit).toBe(0);
  });

  it('refuses a flag of another vendor as soon as one is chosen', async () => {
    const { exit, stderr } = await callOnScreen(['init', '--client-id', '104'], {
      cwd: folder.path,
      steps: STEPS.slice(0, 2),
    });
    expect(exit).toBe(2);
    expect(stderr).toContain('--client-id is a flag of Huawei');
  });

  it('takes nothing for key and region as well', async () => {
    const { exit } = await callOnScreen(['init'], {
      cwd: folder.path,
      steps: [...STEPS, { see: 'the access key', type: ENTER }, { see: 'The region', type: ENTER }, QUOTA],
    });
    expect(exit).toBe(0);
    expect(await config()).toEqual({
      $schema: 'https://unpkg.com/unpush/config.schema.json',
      defaultApp: 'bank',
      apps: { bank: { vendor: 'mpaas', appId: 'ONEX570DA89211721', workspaceId: 'default' } },
    });
  });
});
