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
    ['recall.example.com', 'must be a URL such as https://recall.example.com'],
    ['https://me:secret@recall.example.com', 'must not hold a user name or password'],
    ['https://recall.example.com/?key=secret', 'must end with the path: no "?" or "#"'],
  ])('may not be %s', async (url, words) => {
    const { exit, stdout, stderr } = await show(['--gateway', url], { UNPUSH_GATEWAY_KEY: KEY });
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('secret');
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
    expect(here.stderr).toContain('There is no recall in');
    expect(server.heard).toEqual([]);
    const both = await show(['--gateway', server.url, '--ledger', folder]);
    expect(both.stderr).toContain('--gateway and --ledger were both given');
  });

  it('must be told to the commands that only a gateway has', async () => {
    const { exit, stderr } = await callCli(['recalls', 'stop', ID], { cwd: folder });
    expect(exit).toBe(2);
    expect(stderr).toContain('--gateway is missing: give it as a flag, as the variable UNPUSH_GATEWAY');
  });
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
    const noFile = await show([...at, '--gateway-key-file', join(folder, 'nothing')]);
    expect(noFile.stderr).toContain('nothing cannot be read');
    expect(server.heard).toEqual([]);
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
