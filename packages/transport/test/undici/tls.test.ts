import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from 'node:tls';
import { afterAll, describe, expect, it } from 'vitest';
import { tlsOptions, undiciSender } from '../../src/undici/index.ts';
import { factsOf, failureOf, requestTo } from '../contracts/http-sender.ts';
import { makeAuthority, openssl, temporaryDirectory } from '../support/openssl.ts';
import { httpServer, httpsServer, json, netServer, tlsServer } from '../support/servers.ts';

const directory = temporaryDirectory();
afterAll(() => directory[Symbol.dispose]());

const authority = makeAuthority(directory.path);
const good = authority.issue('IP:127.0.0.1,DNS:localhost');
const answer = json('{"code":"80000000"}');
const open = (): ReturnType<typeof undiciSender> => undiciSender({ ca: authority.cert });

describe('TLS of the undici sender', () => {
  it('speaks TLS 1.3 with a server whose authority was given', async () => {
    await using server = await httpsServer(good, answer);
    await using send = open();
    await expect(send(requestTo(server.url), {})).resolves.toMatchObject({ status: 200 });
  });

  it('speaks TLS 1.2', async () => {
    await using server = await httpsServer({ ...good, maxVersion: 'TLSv1.2' }, answer);
    await using send = open();
    await expect(send(requestTo(server.url), {})).resolves.toMatchObject({ status: 200 });
  });

  it('refuses a server that speaks TLS 1.1 only, and says so', async () => {
    const old = { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' } as const;
    await using server = await httpsServer({ ...good, ...old }, answer);
    await using send = open();
    const error = await failureOf(send(requestTo(server.url), {}));
    expect(factsOf(error)).toEqual(['tls', false]);
    expect(error.message).toBe(
      `127.0.0.1:${server.port} offers no TLS 1.2 or newer, and nothing older is spoken here. Update that server, or check that the endpoint is the right one.`,
    );
  });

  it('refuses a server that offers only suites without authenticated encryption', async () => {
    await using server = await httpsServer(
      { ...good, maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA256' },
      answer,
    );
    await using send = open();
    const error = await failureOf(send(requestTo(server.url), {}));
    expect(factsOf(error)).toEqual(['tls', false]);
    expect(error.message).toContain('shares no cipher suite with this client');
  });

  it('refuses an authority that the machine does not trust, and names --ca', async () => {
    await using server = await httpsServer(good, answer);
    await using send = undiciSender();
    const error = await failureOf(send(requestTo(server.url), {}));
    expect(factsOf(error)).toEqual(['tls', false]);
    expect(error.message).toContain(
      `The certificate of 127.0.0.1:${server.port} comes from an authority that this machine does not trust`,
    );
    expect(error.message).toContain('--ca FILE (in code: ca)');
  });

  it('refuses it even with NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment', async () => {
    await using server = await httpsServer(good, answer);
    const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    try {
      // Node itself would go through by now: the variable does what it says
      await expect(fetch(server.url)).resolves.toMatchObject({ status: 200 });
      await using send = undiciSender();
      expect(factsOf(await failureOf(send(requestTo(server.url), {})))).toEqual(['tls', false]);
    } finally {
      if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
      else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
    }
  });

  it('refuses a certificate that signs itself', async () => {
    const key = `${directory.path}/self.key`;
    const cert = openssl(
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-keyout',
      key,
      '-days',
      '30',
      '-subj',
      '/CN=me',
      '-addext',
      'subjectAltName=IP:127.0.0.1',
    );
    await using server = await httpsServer({ cert, key: openssl('pkey', '-in', key) }, answer);
    await using send = open();
    const error = await failureOf(send(requestTo(server.url), {}));
    expect(factsOf(error)).toEqual(['tls', false]);
    expect(error.message).toContain('signed by itself');
  });

  it('refuses a certificate for another host, and names whose it is', async () => {
    await using server = await httpsServer(
      authority.issue('DNS:other.example,DNS:www.other.example'),
      answer,
    );
    await using send = open();
    const error = await failureOf(send(requestTo(server.url), {}));
    expect(factsOf(error)).toEqual(['tls', false]);
    expect(error.message).toContain(
      `The certificate is not for 127.0.0.1:${server.port} but for other.example, www.other.example.`,
    );
  });

  it('refuses an expired certificate, and speaks of the date', async () => {
    await using server = await httpsServer(authority.issue('IP:127.0.0.1', { expired: true }), answer);
    await using send = open();
    const error = await failureOf(send(requestTo(server.url), {}));
    expect(factsOf(error)).toEqual(['tls', false]);
    expect(error.message).toContain('has expired. Check this machine’s date first'.replace('’', "'"));
  });

  it('says that a server speaks plain HTTP on a port for TLS', async () => {
    await using server = await httpServer(answer);
    await using send = open();
    const error = await failureOf(send(requestTo(server.url.replace('http:', 'https:')), {}));
    expect(factsOf(error)).toEqual(['tls', false]);
    expect(error.message).toContain('may speak plain HTTP on this port');
  });

  it('knows that nothing was sent when the connection breaks in the handshake', async () => {
    await using server = await netServer(
      (socket) => void socket.once('data', () => socket.resetAndDestroy()),
      'https',
    );
    await using send = open();
    const error = await failureOf(send(requestTo(server.url), {}));
    expect(factsOf(error)).toEqual(['reset', false]);
    expect(error.message).toContain('broke before it was made');
  });

  it('knows that the request may have been received when it breaks right after the handshake', async () => {
    await using server = await tlsServer(good, (socket) => void socket.once('data', () => socket.destroy()));
    await using send = open();
    expect(factsOf(await failureOf(send(requestTo(server.url), {})))).toEqual(['reset', true]);
  });

  it('ends with connect-timeout when a server takes the connection and never shakes hands', async () => {
    await using server = await netServer(() => undefined, 'https');
    await using send = undiciSender({ ca: authority.cert, timeouts: { connectMs: 200 } });
    const error = await failureOf(send(requestTo(server.url), {}));
    expect(factsOf(error)).toEqual(['connect-timeout', false]);
    expect(error.message).toMatch(/^No connection to 127\.0\.0\.1:\d+ in time\./);
  });

  it('ends with timeout when a server shakes hands and never answers', async () => {
    await using server = await tlsServer(good, () => undefined);
    await using send = undiciSender({ ca: authority.cert, timeouts: { answerMs: 200 } });
    expect(factsOf(await failureOf(send(requestTo(server.url), {})))).toEqual(['timeout', true]);
  });

  it('survives that a kept connection is closed by the server while it is idle', async () => {
    await using server = await httpsServer(good, (seen, response) => {
      response.setHeader('connection', 'keep-alive');
      answer(seen, response);
      setTimeout(() => response.socket?.destroy(), 10);
    });
    await using send = open();
    await send(requestTo(server.url), {});
    await sleep(60);
    await expect(send(requestTo(server.url), {})).resolves.toMatchObject({ status: 200 });
  });

  it('speaks HTTP/2 only when asked to', async () => {
    const { createSecureServer } = await import('node:http2');
    const versions: string[] = [];
    const server = createSecureServer({ ...good, allowHTTP1: true }, (request, response) => {
      versions.push(request.httpVersion);
      request.resume().on('end', () => response.end('{}'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const url = `https://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    {
      await using plain = open();
      await using modern = undiciSender({ ca: authority.cert, http2: true });
      await plain(requestTo(url), {});
      await modern(requestTo(url), {});
    }
    await new Promise((resolve) => server.close(resolve));
    expect(versions).toEqual(['1.1', '2.0']);
  });
});

describe('tlsOptions', () => {
  const shakeHands = async (port: number, ca?: string): Promise<string | null> => {
    const socket = connect({ host: '127.0.0.1', port, ...tlsOptions(ca) });
    try {
      await once(socket, 'secureConnect');
      return socket.getProtocol();
    } finally {
      socket.destroy();
    }
  };

  it('shakes hands with whom the sender would, and with nobody else', async () => {
    await using server = await httpsServer(good, answer);
    await expect(shakeHands(server.port, authority.cert)).resolves.toBe('TLSv1.3');
    await expect(shakeHands(server.port)).rejects.toThrow('unable to verify the first certificate');
  });

  it('offers no suite that the sender would not', async () => {
    await using server = await httpsServer(
      { ...good, maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA256' },
      answer,
    );
    await expect(shakeHands(server.port, authority.cert)).rejects.toThrow('handshake failure');
  });
});

describe('the option ca', () => {
  it('refuses a text without a certificate rather than passing it over', () => {
    expect(() => undiciSender({ ca: 'not a certificate' })).toThrow(
      'ca: must be one or more PEM certificates ("-----BEGIN CERTIFICATE-----"), but holds none',
    );
  });

  it('refuses a damaged certificate', () => {
    const damaged = authority.cert.replace(/\n[A-Za-z0-9+/]{64}\n/, '\n');
    expect(() => undiciSender({ ca: damaged })).toThrow(
      'ca: holds a certificate that cannot be read: copy it anew',
    );
  });

  it('adds to the authorities that Node trusts by default', async () => {
    const { withDefaultAuthorities } = await import('../../src/undici/certificate-authorities.ts');
    const { getCACertificates } = await import('node:tls');
    const all = withDefaultAuthorities(['# a comment\n' + authority.cert]);
    expect(all).toHaveLength(getCACertificates('default').length + 1);
    expect(all.at(-1)).toBe(authority.cert.trim());
  });
});
