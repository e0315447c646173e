import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecallAnswer } from '../../src/gateway/client/api.ts';
import { callOnScreen } from '../support/screen.ts';
import { callGateway, KEY } from './support/call-gateway.ts';
import { ID, recallAnswer } from './support/answers.ts';
import { bodyOf, json, problem, startFaultServer, type Handler } from './support/fault-server.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unpush-start-'));
  await writeFile(join(folder, 'list.csv'), 'user,token\n1,t-1\n2,t-2\n2,t-2\n3,t 3\n4,"t-4"\n');
  await writeFile(join(folder, 'list.json'), '[{"t":"t-1"},{"t":"é\\"5"}]');
});
afterAll(() => rm(folder, { recursive: true }));

const appsFor = (...scopes: readonly string[]): object => ({
  apps: [
    {
      name: 'shop',
      vendor: 'huawei',
      vendorApp: '104012345',
      scopes,
      selectorFields: ['notifyId', 'pushType'],
    },
  ],
});

/** Who tells of its apps, hears a list by `take`, and has a recall that ends at once. */
const gatewayWith =
  (take: Handler, apps = appsFor('start', 'read')): Handler =>
  async (request, response) => {
    const { url = '', method = '' } = request;
    if (url === '/v1/apps') {
      json(response, 200, apps);
    } else if (url.endsWith('/events')) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.end(`event: end\ndata: ${JSON.stringify(recallAnswer())}\n\n`);
    } else if (method === 'GET') {
      json(response, 200, recallAnswer());
    } else {
      await take(request, response);
    }
  };

/** A recall of so many targets, none of which was sent yet. */
const waiting = (read: number): RecallAnswer =>
  recallAnswer({ state: 'waiting', targets: { ...recallAnswer().targets, read, accepted: 0 } });

const accept: Handler = async (request: IncomingMessage, response: ServerResponse) => {
  const lines = (await bodyOf(request)).split('\n').length - 1;
  json(response, 202, waiting(lines));
};

const start = (list: string, ...more: readonly string[]): readonly string[] => [
  'start',
  '--notify-id',
  '3114932',
  '--tokens',
  join(folder, list),
  ...more,
];

const CONFIRMED = ['--confirm', '3114932'];

describe('unpush recalls start', () => {
  it('sends targets as lines of JSON, with selector and choices in the query', async () => {
    await using server = await startFaultServer(gatewayWith(accept));
    const { exit, stdout } = await callGateway(
      server.url,
      start('list.json', '--field', 't', ...CONFIRMED, '--reason', 'INC-2041', '--again', '--canary', '5'),
    );
    expect(exit).toBe(0);
    expect(stdout).toContain(`Recall ${ID} finished`);
    const post = server.heard.find(({ method }) => method === 'POST');
    expect(post?.body).toBe('"t-1"\n"é\\"5"\n');
    expect(post?.headers).toMatchObject({
      authorization: `Bearer ${KEY}`,
      'content-type': 'application/x-ndjson',
      'upload-complete': '?1',
      'upload-length': '14',
    });
    expect(post?.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
    const { pathname, searchParams } = new URL(post?.path ?? '', server.url);
    expect(pathname).toBe('/v1/apps/shop/recalls');
    expect(Object.fromEntries(searchParams)).toEqual({
      notifyId: '3114932',
      pushType: 'notification',
      reason: 'INC-2041',
      canary: '5',
      again: 'true',
      giveUpAfterMs: '1800000',
    });
  });

  it('leaves out what is malformed or there twice, says so, and counts it in the exit code', async () => {
    await using server = await startFaultServer(gatewayWith(accept));
    const { exit, stderr } = await callGateway(
      server.url,
      start('list.csv', '--column', 'token', ...CONFIRMED),
    );
    expect(exit).toBe(3);
    expect(stderr).toContain('3 tokens (left out: 1 duplicate)');
    expect(stderr).toMatch(/malformed +1, not sent: .*list\.csv:5 /);
    expect(server.heard.find(({ method }) => method === 'POST')?.body).toBe('"t-1"\n"t-2"\n"t-4"\n');
  });

  it('sends nothing without the number: not asked, wrong, or in a dry run', async () => {
    await using server = await startFaultServer(gatewayWith(accept));
    const unasked = await callGateway(server.url, start('list.csv', '--column', '2'));
    expect(unasked).toMatchObject({ exit: 2, stdout: '' });
    expect(unasked.stderr).toContain('give --confirm 3114932');
    const wrong = await callGateway(server.url, start('list.csv', '--column', '2', '--confirm', '1'));
    expect(wrong.exit).toBe(2);
    const dry = await callGateway(server.url, start('list.csv', '--column', '2', '--dry-run', '--json'));
    expect(dry.exit).toBe(0);
    expect(JSON.parse(dry.stdout)).toMatchObject({
      vendor: 'huawei',
      app: 'shop',
      targets: { read: 5, malformed: 1, duplicate: 1, toSend: 3 },
    });
    expect(server.heard.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET']);
  });

  it('has the number typed by whoever sits there', async () => {
    await using server = await startFaultServer(gatewayWith(accept));
    const args = ['recalls', ...start('list.csv', '--column', '2'), '--gateway', server.url];
    const { exit } = await callOnScreen(args, {
      env: { UNPUSH_GATEWAY_KEY: KEY },
      steps: [{ see: 'Type the notifyId to revoke it from 3 tokens', type: '3114932\r' }],
    });
    expect(exit).toBe(3);
    expect(server.heard.some(({ method }) => method === 'POST')).toBe(true);
  });

  it('begins nothing twice where the answer was lost', async () => {
    let at = 0;
    await using server = await startFaultServer(
      gatewayWith(async (request, response) => {
        await bodyOf(request);
        at += 1;
        if (at === 1) response.destroy();
        else if (at === 2) json(response, 409, problem('upload-under-way', 409));
        else json(response, 202, waiting(2));
      }),
    );
    const { exit } = await callGateway(server.url, start('list.json', '--field', 't', ...CONFIRMED));
    expect(exit).toBe(0);
    const posts = server.heard.filter(({ method }) => method === 'POST');
    expect(posts).toHaveLength(3);
    expect(new Set(posts.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });

  it('tells a recall of another list for what it is, where the idempotency key was used before', async () => {
    await using server = await startFaultServer(
      gatewayWith(async (request, response) => {
        await bodyOf(request);
        json(response, 202, recallAnswer());
      }),
    );
    const { exit, stdout, stderr } = await callGateway(
      server.url,
      start('list.json', '--field', 't', ...CONFIRMED, '--idempotency-key', 'incident-4711'),
    );
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain(
      'is of 3 targets, and this list has 2: it was begun with another list, under the same idempotency key',
    );
    expect(stderr).toContain(
      `  - look at it: unpush recalls show ${ID} --gateway ${server.url} --app shop\n`,
    );
    expect(stderr).toContain('leave --idempotency-key out, or give another\n');
    expect(server.heard.some(({ path }) => path.endsWith('/events'))).toBe(false);
  });

  it('needs no right to read where nobody watches, and asks for it before anything is sent where somebody does', async () => {
    await using server = await startFaultServer(gatewayWith(accept, appsFor('start')));
    const args = start('list.json', '--field', 't', ...CONFIRMED);
    const watched = await callGateway(server.url, args);
    expect({ exit: watched.exit, stdout: watched.stdout }).toEqual({ exit: 2, stdout: '' });
    expect(watched.stderr).toContain('give --no-watch, or a key with the scope read');
    expect(server.heard.map(({ method }) => method)).toEqual(['GET']);
    expect((await callGateway(server.url, [...args, '--no-watch'])).exit).toBe(0);
    expect(server.heard.map(({ method }) => method)).toEqual(['GET', 'GET', 'POST']);
  });

  it('says the idempotency key before the first byte, and what to do where nobody knows what became of it', async () => {
    let told = '';
    await using server = await startFaultServer(
      gatewayWith((request, response) => {
        told = String(request.headers['idempotency-key']);
        request.resume();
        json(response, 507, problem('no-room', 507));
      }),
    );
    const { exit, stderr } = await callGateway(server.url, start('list.json', '--field', 't', ...CONFIRMED));
    expect(exit).toBe(4);
    expect(stderr).toContain(`Its idempotency key: ${told}\n`);
    expect(stderr).toContain('refused (HTTP 507)');
    expect(stderr).toContain('Nobody here knows whether the recall was begun');
    expect(stderr).toContain(`Begin it again, once only: the same command with --idempotency-key ${told}\n`);
    expect(stderr).toContain(`See whether it is there: unpush recalls list --gateway ${server.url}`);
  });

  it("refuses what is another vendor's, and an app that the key is not for", async () => {
    await using server = await startFaultServer(gatewayWith(accept));
    const foreign = await callGateway(server.url, ['start', '--message-id', '1', '--token', 't-1']);
    expect(foreign.exit).toBe(2);
    expect(foreign.stderr).toContain('--message-id is a flag of mPaaS');
    const other = await callGateway(server.url, start('list.csv', '--column', '2'), { app: 'bank' });
    expect(other.exit).toBe(2);
    expect(other.stderr).toContain('--app is "bank"');
    expect(other.stderr).toContain('this key may be used for shop: nothing was sent');
  });

  it('has no vendor to be chosen where the notification is not named: the app says it', async () => {
    await using server = await startFaultServer(gatewayWith(accept));
    const { exit, stderr } = await callGateway(server.url, ['start', '--token', 't-1']);
    expect(exit).toBe(2);
    expect(stderr).toBe('error --notify-id is missing: give the notifyId that the message was sent with\n');
  });

  it('does not watch where it is told not to', async () => {
    await using server = await startFaultServer(gatewayWith(accept));
    const { exit, stdout } = await callGateway(
      server.url,
      start('list.json', '--field', 't', ...CONFIRMED, '--no-watch', '--json'),
    );
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ recallId: ID, state: 'waiting' });
    expect(server.heard.some(({ path }) => path.endsWith('/events'))).toBe(false);
  });

  it.each([
    ['gateway-misconfigured', 500],
    ['invalid-credential', 500],
    ['record-unusable', 500],
    ['not-allowed-at-vendor', 502],
  ])(
    'asks once where waiting mends nothing, and names what to look for in the log: %s',
    async (kind, status) => {
      await using server = await startFaultServer(
        gatewayWith((request, response) => {
          request.resume();
          response.setHeader('X-Request-Id', '3f0e6a5c-9f5e-4f2a-8f68-2f1f0a3c6d11');
          json(response, status, problem(kind, status));
        }),
      );
      const call = start('list.csv', '--column', 'token', '--confirm', '3114932');
      const { exit, stderr } = await callGateway(server.url, call);
      expect(exit).toBe(2);
      expect(server.heard.filter(({ method }) => method === 'POST')).toHaveLength(1);
      expect(stderr).toContain(`refused (HTTP ${status}). Title of ${kind}`);
      expect(stderr).toContain('finds it in the log as urn:uuid:3f0e6a5c-9f5e-4f2a-8f68-2f1f0a3c6d11\n');
    },
  );

  it('passes a refusal on, and says that nothing was begun', async () => {
    await using server = await startFaultServer(
      gatewayWith(async (request, response) => {
        await bodyOf(request);
        json(response, 409, { ...problem('recall-exists', 409), recallId: 'r-other' });
      }),
    );
    const { exit, stderr } = await callGateway(server.url, start('list.json', '--field', 't', ...CONFIRMED));
    expect(exit).toBe(2);
    expect(stderr).toContain(`look at it: unpush recalls show r-other --gateway ${server.url} --app shop`);
    expect(stderr).toContain('begin another one beside it, with --again');
  });
});
