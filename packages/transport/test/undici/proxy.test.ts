import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { undiciSender, type UndiciSender } from '../../src/undici/index.ts';
import { factsOf, failureOf, requestTo } from '../contracts/http-sender.ts';
import { makeAuthority, temporaryDirectory } from '../support/openssl.ts';
import { proxyTo } from '../support/proxy.ts';
import { deadPort, httpServer, httpsServer, json, netServer } from '../support/servers.ts';

const directory = temporaryDirectory();
afterAll(() => directory[Symbol.dispose]());
const authority = makeAuthority(directory.path);
const good = authority.issue('DNS:push.example');
const answer = json('{"code":"80000000"}');

const through = (proxy: string): UndiciSender =>
  undiciSender({ ca: authority.cert, proxy, timeouts: { connectMs: 300 } });

describe('the undici sender behind a proxy', () => {
  it('reaches the vendor through a tunnel, with its own TLS inside', async () => {
    await using server = await httpsServer(good, answer);
    await using proxy = await proxyTo(server);
    await using send = through(proxy.url);
    await expect(send(requestTo('https://push.example'), {})).resolves.toMatchObject({ status: 200 });
    expect(proxy.asked).toEqual(['push.example:443']);
  });

  it('gives the proxy the name and password in its URL, and the vendor neither', async () => {
    await using server = await httpsServer(good, answer);
    await using proxy = await proxyTo(server);
    await using send = through(proxy.url.replace('//', '//anna:pa%20ss@'));
    await send(requestTo('https://push.example'), {});
    expect(proxy.authorizations).toEqual([`Basic ${Buffer.from('anna:pa ss').toString('base64')}`]);
  });

  it('verifies the certificate inside the tunnel', async () => {
    await using server = await httpsServer(authority.issue('DNS:other.example'), answer);
    await using proxy = await proxyTo(server);
    await using send = through(proxy.url);
    const error = await failureOf(send(requestTo('https://push.example'), {}));
    expect(factsOf(error)).toEqual(['tls', false]);
    expect(error.message).toContain('not for push.example but for other.example');
  });

  it('knows that nothing was sent when the proxy makes no tunnel', async () => {
    await using server = await httpsServer(good, answer);
    await using proxy = await proxyTo(server, 403);
    await using send = through(proxy.url);
    const error = await failureOf(send(requestTo('https://push.example'), {}));
    expect(factsOf(error)).toEqual(['refused', false]);
    expect(error.message).toContain('The proxy made no tunnel to push.example');
  });

  it('knows that nothing was sent when there is no proxy, or it is silent', async () => {
    await using nobody = through(`http://127.0.0.1:${await deadPort()}`);
    expect(factsOf(await failureOf(nobody(requestTo('https://push.example'), {})))).toEqual([
      'refused',
      false,
    ]);
    await using silent = await netServer(() => undefined);
    await using send = through(silent.url);
    expect(factsOf(await failureOf(send(requestTo('https://push.example'), {})))).toEqual([
      'connect-timeout',
      false,
    ]);
  });

  it('reaches this very machine directly', async () => {
    await using server = await httpServer(answer);
    await using proxy = await proxyTo(server);
    await using send = through(proxy.url);
    await expect(send(requestTo(server.url), {})).resolves.toMatchObject({ status: 200 });
    expect(proxy.asked).toEqual([]);
  });

  it('refuses what is no URL without showing it', () => {
    expect(() => undiciSender({ proxy: 'anna:secret@proxy' })).toThrow(
      'proxy: must be "environment" or a URL such as http://proxy.example:3128',
    );
  });
});

describe('the environment’s proxy', () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  it('is used when asked for, and passed over when not', async () => {
    await using server = await httpsServer(good, answer);
    await using proxy = await proxyTo(server);
    process.env['https_proxy'] = proxy.url;
    process.env['no_proxy'] = '';
    await using asked = through('environment');
    await asked(requestTo('https://push.example'), {});
    await using plain = undiciSender({ ca: authority.cert });
    expect(factsOf(await failureOf(plain(requestTo('https://push.invalid'), {})))).toEqual(['dns', false]);
    expect(proxy.asked).toEqual(['push.example:443']);
  });

  it('leaves this very machine out', async () => {
    await using server = await httpServer(answer);
    await using proxy = await proxyTo(server);
    process.env['http_proxy'] = proxy.url;
    process.env['no_proxy'] = '';
    await using send = through('environment');
    await send(requestTo(server.url), {});
    expect(proxy.asked).toEqual([]);
  });
});
