import { problemOfKind } from '@unpush/recall/problems';
import { describe, expect, it } from 'vitest';
import { callGateway, KEY } from './support/call-gateway.ts';
import { ID, recallAnswer } from './support/answers.ts';
import { json, problem, startFaultServer } from './support/fault-server.ts';

describe('what a gateway refuses', () => {
  it.each([
    ['unauthorized', 401, /give a key of this gateway: in UNPUSH_GATEWAY_KEY/],
    ['forbidden', 403, /its scopes are start \(begin, go on\), read \(look\) and stop/],
    ['recall-not-found', 404, /see which there are: unpush recalls list --gateway http/],
    ['app-not-found', 404, /give the gateway's own name of the app: --app NAME/],
    ['route-not-found', 404, /check the URL of the gateway/],
    ['recall-under-way', 409, /stop it first, with `unpush recalls stop`/],
    ['too-many-attempts', 429, /wait 7\.0 s, and check the key/],
  ])('is told with title, detail and what to do: %s', async (kind, status, remedy) => {
    await using server = await startFaultServer((_request, response) => {
      response.setHeader('Retry-After', '7');
      json(response, status, problem(kind, status));
    });
    const { exit, stdout, stderr } = await callGateway(server.url, ['show', ID]);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain(`refused (HTTP ${status}). Title of ${kind}: Detail of ${kind}\n`);
    expect(stderr).toMatch(remedy);
  });

  it('is told with the remedies and fields that it names itself', async () => {
    await using server = await startFaultServer((_request, response) => {
      json(response, 400, {
        ...problem('invalid-request', 400),
        remedies: ['Look at the notifyId.'],
        errors: [{ field: 'notifyId', problem: 'must be a whole number' }],
      });
    });
    const { stderr } = await callGateway(server.url, ['show', ID]);
    expect(stderr).toContain('notifyId: must be a whole number\n');
    expect(stderr).toContain('  - Look at the notifyId.\n');
  });

  it('is told with its name in the log, and nothing that only stands in its place', async () => {
    const told = async (instance: string): Promise<string> => {
      await using server = await startFaultServer((_request, response) => {
        json(response, 500, { ...problem('internal-error', 500), instance });
      });
      return (await callGateway(server.url, ['show', ID])).stderr;
    };
    const name = 'urn:uuid:3f0e6a5c-9f5e-4f2a-8f68-2f1f0a3c6d11';
    expect(await told(name)).toContain(`finds it in the log as ${name}\n`);
    expect(await told(KEY)).not.toContain('in the log');
  });

  it('of a key shows all of its words', async () => {
    await using server = await startFaultServer((_request, response) => {
      json(response, 401, problemOfKind('unauthorized', 'en'));
    });
    const { stderr } = await callGateway(server.url, ['show', ID]);
    expect(stderr).toContain('Send a key of this gateway in the header Authorization, by the scheme Bearer.');
    expect(stderr).not.toContain('«');
  });

  it('is an object with --json as well', async () => {
    await using server = await startFaultServer((_request, response) => {
      json(response, 403, problem('forbidden', 403));
    });
    const { stdout } = await callGateway(server.url, ['show', ID, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'GATEWAY' } });
  });
});

describe('what answers instead of a gateway', () => {
  it('gets no key by a redirect', async () => {
    await using other = await startFaultServer((_request, response) => json(response, 200, recallAnswer()));
    await using server = await startFaultServer((_request, response) => {
      response.writeHead(302, { Location: `${other.url}/v1/apps/shop/recalls/${ID}` }).end();
    });
    const { exit, stderr } = await callGateway(server.url, ['show', ID]);
    expect(exit).toBe(2);
    expect(stderr).toContain('redirects elsewhere (HTTP 302), and the key goes to no other host');
    expect(server.heard[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(other.heard).toEqual([]);
  });

  it.each([
    ['text/html', '<html>Sign in</html>', 'is a web page, and not a recall gateway'],
    ['application/json', '{"hello":"world"}', 'is not a recall gateway, or one of another version'],
    ['application/json', 'not JSON at all', 'is not a recall gateway, or one of another version'],
  ])('is told for what it is: %s %s', async (type, body, words) => {
    await using server = await startFaultServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': type }).end(body);
    });
    const { exit, stderr } = await callGateway(server.url, ['show', ID]);
    expect(exit).toBe(2);
    expect(stderr).toContain(words);
  });

  it('may be nobody', async () => {
    const server = await startFaultServer(() => undefined);
    await server[Symbol.asyncDispose]();
    const { exit, stderr } = await callGateway(server.url, ['show', ID]);
    expect(exit).toBe(2);
    expect(stderr).toContain('cannot be reached, or has broken off: ECONNREFUSED');
  });
});
