import { describe, expect, it } from 'vitest';
import { callCli, type CliResult } from '../support/call-cli.ts';
import { ID, recallAnswer } from './support/answers.ts';
import { json, startFaultServer, type Handler } from './support/fault-server.ts';
import { KEY } from './support/call-gateway.ts';

const CLIENT_ID = 'client_of_a_test.access';
const CLIENT_SECRET = 'secret_of_a_test';
const BOTH = {
  CLOUDFLARE_ACCESS_CLIENT_ID: CLIENT_ID,
  CLOUDFLARE_ACCESS_CLIENT_SECRET: CLIENT_SECRET,
};

const showAt = async (url: string, env: Readonly<Record<string, string>>): Promise<CliResult> => {
  const result = await callCli(['recalls', 'show', ID, '--gateway', url, '--app', 'shop'], { env });
  for (const printed of [result.stdout, result.stderr]) expect(printed).not.toContain(CLIENT_SECRET);
  return result;
};

/** Cloudflare Access before a gateway: without a service token it leads to a login. */
const behindAccess: Handler = ({ headers }, response) => {
  if (headers['cf-access-client-id'] === CLIENT_ID && headers['cf-access-client-secret'] === CLIENT_SECRET) {
    json(response, 200, recallAnswer());
    return;
  }
  response.writeHead(302, { Location: 'https://team.cloudflareaccess.com/cdn-cgi/access/login' });
  response.end();
};

describe('a gateway behind Cloudflare Access', () => {
  it('lets a service token in, without a key', async () => {
    await using server = await startFaultServer(behindAccess);
    const { exit, stdout } = await showAt(server.url, BOTH);
    expect(exit).toBe(0);
    expect(stdout).toContain(`Recall ${ID} finished`);
    expect(server.heard[0]?.headers).not.toHaveProperty('authorization');
  });

  it('is sent the key as well, where there is one', async () => {
    await using server = await startFaultServer(behindAccess);
    expect((await showAt(server.url, { ...BOTH, UNPUSH_GATEWAY_KEY: KEY })).exit).toBe(0);
    expect(server.heard[0]?.headers).toMatchObject({
      authorization: `Bearer ${KEY}`,
      'cf-access-client-id': CLIENT_ID,
      'cf-access-client-secret': CLIENT_SECRET,
    });
  });

  it('leads to a login without one, and it is said what to set', async () => {
    await using server = await startFaultServer(behindAccess);
    const { exit, stderr } = await showAt(server.url, { UNPUSH_GATEWAY_KEY: KEY });
    expect(exit).toBe(2);
    expect(stderr).toContain('redirects elsewhere (HTTP 302)');
    expect(stderr).toContain('set CLOUDFLARE_ACCESS_CLIENT_ID and CLOUDFLARE_ACCESS_CLIENT_SECRET');
    expect(server.heard).toHaveLength(1);
    expect(server.heard[0]?.headers).not.toHaveProperty('cf-access-client-id');
  });

  it('is told apart from a gateway where it refuses outright', async () => {
    await using server = await startFaultServer((_request, response) => {
      response.writeHead(403, { 'Content-Type': 'text/html' });
      response.end('<html>Forbidden</html>');
    });
    const { exit, stderr } = await showAt(server.url, BOTH);
    expect(exit).toBe(2);
    expect(stderr).toContain('answered HTTP 403, without saying why');
    expect(stderr).toContain('to those of a service token that its policy lets through');
    expect(stderr).not.toContain('its scopes are');
  });
});

describe('a service token', () => {
  it.each([
    [
      { CLOUDFLARE_ACCESS_CLIENT_ID: CLIENT_ID },
      'CLOUDFLARE_ACCESS_CLIENT_ID is set, but CLOUDFLARE_ACCESS_CLIENT_SECRET is not',
    ],
    [
      { CLOUDFLARE_ACCESS_CLIENT_SECRET: CLIENT_SECRET, CLOUDFLARE_ACCESS_CLIENT_ID: '' },
      'CLOUDFLARE_ACCESS_CLIENT_SECRET is set, but CLOUDFLARE_ACCESS_CLIENT_ID is not',
    ],
    [
      { ...BOTH, CLOUDFLARE_ACCESS_CLIENT_SECRET: `${CLIENT_SECRET}\nX-Other: 1` },
      'CLOUDFLARE_ACCESS_CLIENT_SECRET is not of a service token',
    ],
  ])('is both of its variables, each one word', async (env, words) => {
    await using server = await startFaultServer(behindAccess);
    const { exit, stderr } = await showAt(server.url, { UNPUSH_GATEWAY_KEY: KEY, ...env });
    expect(exit).toBe(2);
    expect(stderr).toContain(words);
    expect(server.heard).toEqual([]);
  });

  it('goes over https alone, but for this machine', async () => {
    const { exit, stderr } = await showAt('http://recall.example.com', BOTH);
    expect(exit).toBe(2);
    expect(stderr).toContain('must begin with https:// (http:// only to this machine)');
  });
});
