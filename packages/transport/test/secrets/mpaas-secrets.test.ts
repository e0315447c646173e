import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { batchOf } from '@unpush/core';
import { describe, expect, it } from 'vitest';
import { createMpaasClient, type MpaasClient } from '../../src/index.ts';
import { undiciSender } from '../../src/undici/index.ts';
import { otel } from '../support/otel.ts';
import { deadPort, httpServer, netServer, type Seen, type TestServer } from '../support/servers.ts';

const made = {
  accessKeyId: `LTAI5t${randomBytes(9).toString('hex')}`,
  accessKeySecret: randomBytes(15).toString('hex'),
  securityToken: `CAIS${randomBytes(120).toString('base64')}`,
};
const target = `user-${randomBytes(4).toString('hex')}`;

/** A server that says back all it was told, as the gateway does with what was to be signed. */
const echoing = (Code: string) => (): Promise<TestServer> =>
  httpServer(({ headers, body }: Seen, response) => {
    response.writeHead(400, { 'content-type': 'application/json' });
    const said = `${headers.authorization} ${String(headers['x-acs-security-token'])} ${decodeURIComponent(body)}`;
    response.end(
      JSON.stringify({ Code, Message: `string to sign: ${said}`, RequestId: headers.authorization }),
    );
  });

const cases: readonly { readonly what: string; readonly open: () => Promise<TestServer> }[] = [
  { what: 'a refused signature that quotes what was signed', open: echoing('SignatureDoesNotMatch') },
  { what: 'a code that nobody knows', open: echoing('Invented.Code') },
  { what: 'a refused parameter', open: echoing('MissingTargetId') },
  { what: 'a page', open: () => httpServer((_seen, response) => response.end(`<html>${target}</html>`)) },
  {
    what: 'a broken connection',
    open: () => netServer((socket) => void socket.once('data', () => socket.destroy())),
  },
  { what: 'what is not HTTP', open: () => netServer((socket) => void socket.pipe(socket)) },
];

/** No run of 12 characters of secret, token or signature may appear, nor the whole target. */
function expectNoSecret(text: string, signatures: readonly string[]): void {
  for (const secret of [made.accessKeySecret, made.securityToken, ...signatures]) {
    for (let start = 0; start + 12 <= secret.length; start += 1) {
      const run = secret.slice(start, start + 12);
      if (text.includes(run)) throw new Error(`shows a secret: ${run}`);
    }
  }
  if (text.includes(target)) throw new Error('shows the whole target');
}

describe('at mPaaS no error, span, metric or verdict shows secret, token, signature or target', () => {
  it.each(cases)('after $what', async ({ open }) => {
    const sdk = otel();
    const signatures: string[] = [];
    await using server = await open();
    await using pool = undiciSender({ timeouts: { answerMs: 500 } });
    const client = createMpaasClient({
      accessKey: made,
      appId: 'ONEX570DA89211721',
      workspaceId: 'default',
      endpoint: server.url,
      telemetry: sdk.telemetry,
      retry: { attempts: 2, baseMs: 1 },
      send: (request, options) => {
        signatures.push(/Signature=(\w+)/.exec(request.headers['authorization'] ?? '')?.[1] ?? '');
        return pool(request, options);
      },
    });
    const error: unknown = await client
      .revoke({ messageId: '1', targetId: target })
      .catch((reason: unknown) => reason);
    const verdict = await client.revoker.attempt({ messageId: '1' }, batchOf([target]));
    expect(error).toBeInstanceOf(Error);
    expect(signatures.filter((signature) => signature.length === 64).length).toBeGreaterThan(1);
    const { message, stack } = error as Error; // checked above
    for (const shown of [message, String(stack), await sdk.everything(), JSON.stringify(verdict)]) {
      expectNoSecret(shown, signatures);
    }
    expectNoSecret(inspect(client, { depth: 9, showHidden: true }), signatures);
  });

  it('notices a secret where there is one', () => {
    for (const text of [made.accessKeySecret, made.securityToken, `to ${target}`]) {
      expect(() => expectNoSecret(text, [])).toThrow('shows');
    }
  });

  it('nor does the whole of an error without an answer, with causes and fields', async () => {
    await using send = undiciSender();
    const client: MpaasClient = createMpaasClient({
      accessKey: made,
      appId: 'ONEX570DA89211721',
      workspaceId: 'default',
      endpoint: `http://127.0.0.1:${await deadPort()}`,
      retry: { attempts: 1 },
      send,
    });
    const error: unknown = await client
      .revoke({ messageId: '1', targetId: target })
      .catch((reason: unknown) => reason);
    expectNoSecret(inspect(error, { depth: 9, showHidden: true }), []);
  });
});
