import { inspect } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { createHuaweiClient, ServiceAccount } from '../../src/index.ts';
import { undiciSender } from '../../src/undici/index.ts';
import { makeAuthority, temporaryDirectory } from '../support/openssl.ts';
import { otel } from '../support/otel.ts';
import { rsaKey } from '../support/rsa-key.ts';
import {
  deadPort,
  httpServer,
  httpsServer,
  netServer,
  type Seen,
  type TestServer,
} from '../support/servers.ts';
import { accountFile } from '../support/service-account.ts';

const directory = temporaryDirectory();
afterAll(() => directory[Symbol.dispose]());
const key = await rsaKey(2048);
const token = 'MAAAAAB3xYkQw9zLongTokenOfAPhone0123456789abcdef';
const keyBody = key.replaceAll(/-----[A-Z ]+-----|\s/g, '');

interface Case {
  readonly what: string;
  readonly open: () => Promise<TestServer>;
}

/** A server that says back all it was told, as a debugging proxy would. */
const echoing = (status: number) => (): Promise<TestServer> =>
  httpServer(({ headers, body }: Seen, response) => {
    const code = status === 200 ? '80100003' : '80200001';
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({
        code,
        msg: `Illegal: ${headers.authorization} ${body}`,
        requestId: headers.authorization,
      }),
    );
  });

const cases: readonly Case[] = [
  { what: 'a refusal that quotes the request', open: echoing(200) },
  { what: 'a refused credential', open: echoing(401) },
  { what: 'a page', open: () => httpServer((_seen, response) => response.end(`<html>${token}</html>`)) },
  {
    what: 'a broken connection',
    open: () => netServer((socket) => void socket.once('data', () => socket.destroy())),
  },
  { what: 'what is not HTTP', open: () => netServer((socket) => void socket.pipe(socket)) },
  {
    what: 'a stranger’s certificate',
    open: () =>
      httpsServer(makeAuthority(directory.path).issue('IP:127.0.0.1'), (_seen, response) => response.end()),
  },
];

/** Every part of a text that must stay secret: no run of 12 characters of key or signature may appear. */
function expectNoSecret(text: string, jwts: readonly string[]): void {
  const secrets = [keyBody, ...jwts.flatMap((jwt) => jwt.split('.').slice(1)), token.slice(6, -4)];
  for (const secret of secrets) {
    for (let start = 0; start + 12 <= secret.length; start += 1) {
      const run = secret.slice(start, start + 12);
      if (text.includes(run)) throw new Error(`shows a secret: ${run}`);
    }
  }
}

describe('no error, span or metric shows key, token or target', () => {
  it.each(cases)('after $what', async ({ open }) => {
    const sdk = otel();
    const jwts: string[] = [];
    await using server = await open();
    await using pool = undiciSender({ timeouts: { answerMs: 500 } });
    const client = createHuaweiClient({
      serviceAccount: accountFile(key),
      clientId: '104',
      endpoint: server.url,
      telemetry: sdk.telemetry,
      retry: { attempts: 2, baseMs: 1 },
      send: (request, options) => {
        jwts.push((request.headers['authorization'] ?? '').replace('Bearer ', ''));
        return pool(request, options);
      },
    });
    const error: unknown = await client
      .revoke({ notifyId: 1, tokens: [token] })
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(jwts.length).toBeGreaterThan(0);
    const { message, stack } = error as Error; // checked above
    expectNoSecret(`${message} ${stack}`, jwts);
    expectNoSecret(await sdk.everything(), jwts);
    expectNoSecret(inspect(client, { depth: 9, showHidden: true }), jwts);
  });

  it('notices a secret where there is one', () => {
    expect(() => expectNoSecret(`Bearer ${token}`, [])).toThrow('shows a secret');
    expect(() =>
      expectNoSecret(new ServiceAccount(accountFile(key)).privateKey().replaceAll('\n', ''), []),
    ).toThrow();
  });

  it('nor does the whole of an error without an answer, with causes and fields', async () => {
    await using send = undiciSender();
    const jwts: string[] = [];
    const client = createHuaweiClient({
      serviceAccount: accountFile(key),
      clientId: '104',
      endpoint: `http://127.0.0.1:${await deadPort()}`,
      retry: { attempts: 1 },
      send: (request, options) => {
        jwts.push((request.headers['authorization'] ?? '').replace('Bearer ', ''));
        return send(request, options);
      },
    });
    const error: unknown = await client
      .revoke({ notifyId: 1, tokens: [token] })
      .catch((reason: unknown) => reason);
    expectNoSecret(inspect(error, { depth: 9, showHidden: true }), jwts);
  });
});
