import { afterAll, describe, expect, it } from 'vitest';
import { undiciFetch } from '../../src/undici/index.ts';
import { makeAuthority, temporaryDirectory } from '../support/openssl.ts';
import { proxyTo } from '../support/proxy.ts';
import { httpServer, httpsServer, json, netServer, type Seen } from '../support/servers.ts';

const directory = temporaryDirectory();
afterAll(() => directory[Symbol.dispose]());
const authority = makeAuthority(directory.path);
const ca = authority.cert;
const onLoopback = authority.issue('IP:127.0.0.1');

/** The codes of an error and its causes: fetch hides the telling one. */
async function codesOf(answer: Promise<Response>): Promise<unknown[]> {
  let error: unknown = await answer.then(
    ({ status }) => new Error(`answered with ${status}`),
    (reason: unknown) => reason,
  );
  const codes: unknown[] = [];
  while (error instanceof Error) {
    if ('code' in error) codes.push(error.code);
    error = error.cause;
  }
  return codes;
}

describe('undiciFetch over TLS', () => {
  it('takes a server of one’s own authority, and sends what it is given', async () => {
    const seen: Seen[] = [];
    await using server = await httpsServer(onLoopback, (request, response) => {
      seen.push(request);
      json('{"state":"running"}', 202)(request, response);
    });
    await using fetch = undiciFetch({ ca });
    const headers = { authorization: 'Bearer hush', 'content-type': 'text/plain' };
    const url = `${server.url}/v1/apps/shop/recalls?notifyId=1`;
    const request = new Request(url, { method: 'POST', headers, body: 'pushToken1\npushToken2\n' });
    const answer = await fetch(request);
    expect([answer.status, await answer.json()]).toEqual([202, { state: 'running' }]);
    expect(seen).toMatchObject([
      { method: 'POST', url: '/v1/apps/shop/recalls?notifyId=1', headers, body: 'pushToken1\npushToken2\n' },
    ]);
  });

  it('takes no server of an authority that it was not given', async () => {
    let requests = 0;
    await using server = await httpsServer(onLoopback, () => (requests += 1));
    await using fetch = undiciFetch();
    expect(await codesOf(fetch(new Request(server.url)))).toEqual(['UNABLE_TO_VERIFY_LEAF_SIGNATURE']);
    expect(requests).toBe(0);
  });

  it('takes no server of another name', async () => {
    await using server = await httpsServer(authority.issue('DNS:other.example'), json('{}'));
    await using fetch = undiciFetch({ ca });
    expect(await codesOf(fetch(new Request(server.url)))).toEqual(['ERR_TLS_CERT_ALTNAME_INVALID']);
  });

  it('takes no server that speaks TLS 1.1 at the most', async () => {
    const old = {
      ...onLoopback,
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'ALL@SECLEVEL=0',
    } as const;
    await using server = await httpsServer(old, json('{}'));
    await using fetch = undiciFetch({ ca });
    expect(await codesOf(fetch(new Request(server.url)))).toEqual(['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION']);
  });
});

describe('undiciFetch through a proxy', () => {
  const good = authority.issue('DNS:gateway.example');

  it('reaches the server in a tunnel, with its own TLS inside', async () => {
    await using server = await httpsServer(good, json('{"ok":true}'));
    await using proxy = await proxyTo(server);
    await using fetch = undiciFetch({ ca, proxy: proxy.url });
    const answer = await fetch(new Request('https://gateway.example/healthz'));
    expect([answer.status, await answer.text()]).toEqual([200, '{"ok":true}']);
    expect(proxy.asked).toEqual(['gateway.example:443']);
  });

  it('verifies the certificate inside the tunnel', async () => {
    await using server = await httpsServer(authority.issue('DNS:other.example'), json('{}'));
    await using proxy = await proxyTo(server);
    await using fetch = undiciFetch({ ca, proxy: proxy.url });
    expect(await codesOf(fetch(new Request('https://gateway.example')))).toEqual([
      'ERR_TLS_CERT_ALTNAME_INVALID',
    ]);
  });

  it('reaches this very machine directly', async () => {
    await using server = await httpsServer(onLoopback, json('{}'));
    await using proxy = await proxyTo(server);
    await using fetch = undiciFetch({ ca, proxy: proxy.url });
    await expect(fetch(new Request(server.url))).resolves.toHaveProperty('status', 200);
    expect(proxy.asked).toEqual([]);
  });
});

describe('undiciFetch', () => {
  it('hands an answer on as it comes, however long it lasts', async () => {
    const goOn = Promise.withResolvers<undefined>();
    await using server = await httpsServer(onLoopback, (_seen, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: 1\n\n');
      void goOn.promise.then(() => response.end('data: 2\n\n'));
    });
    await using fetch = undiciFetch({ ca });
    const { body } = await fetch(new Request(server.url));
    if (body === null) throw new Error('has no body');
    const came: string[] = [];
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      came.push(chunk);
      goOn.resolve(undefined);
    }
    expect(came).toEqual(['data: 1\n\n', 'data: 2\n\n']);
  });

  it('sends a body as it comes', async () => {
    const seen: Seen[] = [];
    await using server = await httpsServer(onLoopback, (request, response) => {
      seen.push(request);
      response.end();
    });
    await using fetch = undiciFetch({ ca });
    const body = ReadableStream.from(['pushToken1\n', 'pushToken2\n']).pipeThrough(new TextEncoderStream());
    const init: RequestInit & { readonly duplex: 'half' } = { method: 'POST', body, duplex: 'half' };
    await fetch(new Request(server.url, init));
    expect(seen).toMatchObject([
      { body: 'pushToken1\npushToken2\n', headers: { 'transfer-encoding': 'chunked' } },
    ]);
  });

  it('gives a redirect back: what the request carries is meant for one host', async () => {
    let followed = 0;
    await using stranger = await httpServer((_seen, response) => {
      followed += 1;
      response.end();
    });
    await using server = await httpsServer(onLoopback, (_seen, response) => {
      response.writeHead(307, { location: stranger.url }).end();
    });
    await using fetch = undiciFetch({ ca });
    const answer = await fetch(new Request(server.url));
    expect([answer.status, answer.headers.get('location')]).toEqual([307, stranger.url]);
    expect(followed).toBe(0);
  });

  it('gives back an answer that may have no body', async () => {
    await using server = await httpsServer(onLoopback, (_seen, response) => response.writeHead(204).end());
    await using fetch = undiciFetch({ ca });
    await expect(fetch(new Request(server.url, { method: 'DELETE' }))).resolves.toMatchObject({
      status: 204,
      body: null,
    });
  });

  it('ends with the signal’s reason', async () => {
    await using server = await netServer(() => undefined);
    await using fetch = undiciFetch();
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(fetch(new Request(server.url, { signal }))).rejects.toThrow('enough');
  });

  it('gives up a connection that is not made in time', async () => {
    await using silent = await netServer(() => undefined, 'https');
    await using fetch = undiciFetch({ timeouts: { connectMs: 200 } });
    expect(await codesOf(fetch(new Request(silent.url)))).toEqual(['UND_ERR_CONNECT_TIMEOUT']);
  });

  it('waits at close for what is under way', async () => {
    await using server = await httpsServer(onLoopback, (seen, response) =>
      setTimeout(() => json('{"a":1}')(seen, response), 50),
    );
    const fetch = undiciFetch({ ca });
    const underway = fetch(new Request(server.url)).then((answer) => answer.text());
    await new Promise((resolve) => setTimeout(resolve, 10));
    await fetch.close();
    await expect(underway).resolves.toBe('{"a":1}');
  });

  it('refuses what cannot be', () => {
    expect(() => undiciFetch({ timeouts: { connectMs: 0 } })).toThrow(
      'timeouts.connectMs: must be more than 0 and at most 3600000 ms (an hour), but is the number 0',
    );
    expect(() => undiciFetch({ ca: 'no certificate' })).toThrow('ca: ');
    expect(() => undiciFetch({ proxy: 'anna:secret@proxy' })).toThrow(
      'proxy: must be "environment" or a URL such as http://proxy.example:3128',
    );
  });
});
