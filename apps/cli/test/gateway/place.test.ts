import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callCli, type CliResult } from '../support/call-cli.ts';
import { KEY } from './support/call-gateway.ts';
import { ID, recallAnswer } from './support/answers.ts';
import { json, startFaultServer } from './support/fault-server.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unpush-place-'));
  await writeFile(join(folder, 'key'), `${KEY}-of-the-file\n`);
});
afterAll(() => rm(folder, { recursive: true }));

const show = (flags: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CliResult> =>
  callCli(['recalls', 'show', ID, ...flags], { cwd: folder, env });

const answering = () =>
  startFaultServer((request, response) => {
    const app = { name: 'shop', vendor: 'huawei', scopes: ['read'], selectorFields: [] };
    json(response, 200, request.url === '/v1/apps' ? { apps: [app] } : recallAnswer());
  });

describe('where a gateway is', () => {
  it.each([
    ['http://recall.example.com', 'must begin with https:// (http:// only to this machine)'],
    ['ftp://127.0.0.1', 'must begin with https://'],
    ['ftp://127.0.0.1:2121', 'but is "ftp://127.0.0.1:2121": the key'],
    [
      'recall.example.com',
      '--gateway is "recall.example.com", which is no URL of a gateway: give https://recall.example.com',
    ],
    [
      'recall.example.com:8443/in',
      'is "recall.example.com:8443/in", which is no URL of a gateway: give https://recall.example.com:8443/in\n',
    ],
    ['localhost:8787', 'is "localhost:8787", which is no URL of a gateway: give http://localhost:8787\n'],
    [
      'https://',
      'is "https://", which is no URL of a gateway: give one such as https://recall.example.com\n',
    ],
    [
      'me:secret@recall.example.com',
      'is "…@recall.example.com", which is no URL of a gateway: give one such as',
    ],
    [
      'recall.example.com?key=secret',
      'is "recall.example.com…", which is no URL of a gateway: give one such as',
    ],
    ['no url but secret0123456789abcdefghijklmnop', 'is "no url but secret…mnop", which is no URL'],
    ['secret0123456789abcdefghijklmnop', 'is "secret…mnop", which is no URL of a gateway: give one such as'],
    ['https://me:secret@recall.example.com', 'must not hold a user name or password'],
    ['https://recall.example.com/?key=secret', 'must end with the path: no "?" or "#"'],
  ])('may not be %s', async (url, words) => {
    const { exit, stdout, stderr } = await show(['--gateway', url], { UNPUSH_GATEWAY_KEY: KEY });
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/secret(?!…)/);
  });

  it('is told by a flag, a variable, or the profile of a file that somebody names', async () => {
    await using server = await answering();
    const key = { UNPUSH_GATEWAY_KEY: KEY };
    expect((await show(['--gateway', `${server.url}/`], key)).exit).toBe(0);
    expect((await show([], { ...key, UNPUSH_GATEWAY: server.url })).exit).toBe(0);
    const config = { apps: { shop: { gateway: 'https://stranger.example' } } };
    await writeFile(join(folder, 'unpush.config.json'), JSON.stringify(config));
    const found = await show([], key);
    expect(found.exit).toBe(2);
    expect(found.stderr).toContain('is stranger.example, which would get your key');
    // This machine may be named by any file
    await writeFile(
      join(folder, 'unpush.config.json'),
      JSON.stringify({ apps: { shop: { gateway: server.url } } }),
    );
    expect((await show([], key)).exit).toBe(0);
    await rm(join(folder, 'unpush.config.json'));
  });

  it('may lie below a path, as behind a proxy', async () => {
    await using server = await answering();
    await show(['--gateway', `${server.url}/recall/`, '--app', 'shop'], { UNPUSH_GATEWAY_KEY: KEY });
    expect(server.heard.map(({ path }) => path)).toEqual([`/recall/v1/apps/shop/recalls/${ID}`]);
  });

  it('is not asked where --ledger means this machine', async () => {
    await using server = await answering();
    const env = { UNPUSH_GATEWAY: server.url, UNPUSH_GATEWAY_KEY: KEY };
    const here = await callCli(['recalls', 'list', '--ledger', join(folder, 'none')], { cwd: folder, env });
    expect(here.stderr).toBe(`There is no recall in ${join(folder, 'none')}.\n`);
    expect(server.heard).toEqual([]);
    const both = await show(['--gateway', server.url, '--ledger', folder]);
    expect(both.stderr).toContain('--gateway and --ledger were both given');
  });

  it.each([
    ['stop', ID],
    ['watch', ID],
    ['start', '--notify-id', '3114932'],
  ])('must be told to the commands that only a gateway has: %s', async (...command) => {
    const { exit, stderr } = await callCli(['recalls', ...command], { cwd: folder });
    expect(exit).toBe(2);
    expect(stderr).toContain('--gateway is missing: give it as a flag, as the variable UNPUSH_GATEWAY');
  });

  it.each(['show', 'resume', 'report', 'evidence', 'forget'])(
    'may be told where recalls %s finds none on this machine',
    async (command) => {
      const hint = 'To look at a gateway, give --gateway URL or set UNPUSH_GATEWAY.\n';
      const call = { cwd: folder };
      const nowhere = await callCli(['recalls', command, ID], call);
      expect(nowhere.exit).toBe(2);
      expect(nowhere.stderr).toContain(`no recall "${ID}" in `);
      expect(nowhere.stderr).toContain(hint);
      // Who names the ledger means this machine
      const here = await callCli(['recalls', command, ID, '--ledger', join(folder, 'none')], call);
      expect(here.stderr).toContain(`no recall "${ID}" in `);
      expect(here.stderr).not.toContain('gateway');
    },
  );

  it.each(['--gateway', '--gateway-key-file'])(
    'is not for revoke, which points to recalls start: %s',
    async (flag) => {
      const { exit, stdout, stderr } = await callCli(['revoke', flag, 'https://recall.example.com']);
      expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
      expect(stderr).toBe(
        `error: unknown option '${flag}'\nThis command sends from this machine. For a recall at a gateway: unpush recalls start --gateway URL …\n(add --help for all options)\n`,
      );
    },
  );
});

describe('the key for a gateway', () => {
  it('comes from the file of a flag, then the variable, then the file that is set', async () => {
    await using server = await answering();
    const keyFile = join(folder, 'key');
    const at = ['--gateway', server.url, '--app', 'shop'];
    await show([...at, '--gateway-key-file', keyFile], { UNPUSH_GATEWAY_KEY: KEY });
    await show(at, { UNPUSH_GATEWAY_KEY: KEY, UNPUSH_GATEWAY_KEY_FILE: keyFile });
    await show(at, { UNPUSH_GATEWAY_KEY_FILE: keyFile });
    expect(server.heard.map(({ headers }) => headers.authorization)).toEqual([
      `Bearer ${KEY}-of-the-file`,
      `Bearer ${KEY}`,
      `Bearer ${KEY}-of-the-file`,
    ]);
  });

  it('is no part of what is said of it', async () => {
    await using server = await answering();
    const at = ['--gateway', server.url, '--app', 'shop'];
    const missing = await show(at);
    expect(missing.exit).toBe(2);
    expect(missing.stderr).toContain('put it in the variable UNPUSH_GATEWAY_KEY');
    const twoWords = await show(at, { UNPUSH_GATEWAY_KEY: `${KEY}\nX-Other: 1` });
    expect(twoWords.exit).toBe(2);
    expect(twoWords.stderr).toContain('UNPUSH_GATEWAY_KEY does not hold a key');
    expect(twoWords.stderr).not.toContain(KEY);
    expect(server.heard).toEqual([]);
  });

  it('is not in a file that cannot be read, which is said of it, and why', async () => {
    const nothing = join(folder, 'nothing');
    const at = ['--gateway', 'https://recall.example.com'];
    const remedy = 'give a file that holds the key and nothing else';
    expect(await show([...at, '--gateway-key-file', nothing])).toEqual({
      exit: 2,
      stdout: '',
      stderr: `error --gateway-key-file ${nothing} cannot be read: there is no such file; ${remedy}\n`,
    });
    expect((await show(at, { UNPUSH_GATEWAY_KEY_FILE: folder })).stderr).toBe(
      `error UNPUSH_GATEWAY_KEY_FILE ${folder} cannot be read: it is a directory; ${remedy}\n`,
    );
  });

  it('says which app is meant, where it is for one only', async () => {
    const app = (name: string): object => ({ name, vendor: 'huawei', scopes: ['read'], selectorFields: [] });
    await using server = await startFaultServer((_request, response) => {
      json(response, 200, { apps: [app('shop'), app('bank')] });
    });
    const { exit, stderr } = await show(['--gateway', server.url], { UNPUSH_GATEWAY_KEY: KEY });
    expect(exit).toBe(2);
    expect(stderr).toContain('--app is missing: this key may be used for several apps of the gateway');
    expect(stderr).toContain('shop, bank');
  });
});
