import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkedClient, type CheckedClient, type Recall } from './client/checked-client.ts';
import { readDocument, type Document } from './client/document.ts';
import { startGateway, type GatewayUnderTest } from './support/gateway.ts';

const LONG_MS = 120_000;

/** A list of which the client makes no JSON. */
const asText = { bodySerializer: (text: unknown) => String(text) };

describe('a client that is made from the OpenAPI document', () => {
  let gateway: GatewayUnderTest;
  let document: Document;
  let client: CheckedClient;
  beforeAll(async () => {
    [gateway, document] = await Promise.all([
      startGateway({ phones: 3000, keys: { dashboard: { apps: ['shop'], scopes: ['read'] } } }),
      readDocument(),
    ]);
    client = checkedClient(document, { url: gateway.url, key: gateway.scene.key });
  }, LONG_MS);
  afterAll(() => gateway[Symbol.asyncDispose]());
  afterEach(() => {
    // Also what was answered on the way to whatever a test looks at
    expect(client.faults).toEqual([]);
  });

  const shop = (id: string) => ({ path: { app: 'shop', id } }) as const;

  async function ended(id: string, app = 'shop'): Promise<Recall> {
    for (;;) {
      const { data, error } = await client.api.GET('/v1/apps/{app}/recalls/{id}', {
        params: { path: { app, id } },
      });
      if (data === undefined) throw new Error(error.detail);
      if (['finished', 'stopped', 'paused'].includes(data.state)) return data;
      await wait(100);
    }
  }

  /** Begins a recall of this notification from these targets; gives its id. */
  async function begin(notifyId: number, targets: readonly string[]): Promise<string> {
    const { data, error } = await client.api.POST('/v1/apps/{app}/recalls', {
      params: { path: { app: 'shop' } },
      body: { selector: { notifyId }, targets: [...targets] },
    });
    if (data === undefined) throw new Error(error.detail);
    return data.recallId;
  }

  it('learns of the apps, of the health, and reads the document itself', async () => {
    const { data: apps } = await client.api.GET('/v1/apps');
    expect(apps?.apps.map(({ name, vendor }) => [name, vendor])).toEqual([
      ['shop', 'huawei'],
      ['bank', 'mpaas'],
    ]);
    expect(apps?.apps[0]?.scopes).toEqual(['start', 'read', 'stop']);
    expect((await client.api.GET('/healthz')).data).toEqual({ status: 'ok' });
    expect((await client.api.GET('/openapi.json')).data).toMatchObject({ openapi: '3.1.0' });
  });

  it(
    'begins a recall once, however often it asks, watches it, and reads report, evidence and key',
    async () => {
      const { notifyId, tokens, running, clientId } = gateway.scene;
      const request = {
        params: { path: { app: 'shop' }, header: { 'Idempotency-Key': 'incident-4711' } },
        body: {
          selector: { notifyId, pushType: 'notification' },
          targets: [...tokens.slice(0, 1000), 'nobody', 'two words'],
          reason: 'wrong price',
        },
      };
      const begun = await client.api.POST('/v1/apps/{app}/recalls', request);
      expect(begun.response.status).toBe(202);
      const id = begun.data?.recallId ?? '';
      expect(begun.response.headers.get('Location')).toBe(`/v1/apps/shop/recalls/${id}`);
      const again = await client.api.POST('/v1/apps/{app}/recalls', request);
      expect([again.response.status, again.data?.recallId]).toEqual([202, id]);

      const watched = await client.api.GET('/v1/apps/{app}/recalls/{id}/events', {
        params: shop(id),
        parseAs: 'text',
      });
      const events = (watched.data ?? '').trim().split('\n\n');
      const told = events
        .filter((event) => !event.startsWith(':'))
        .map((event) => /^event: (recall|end)\ndata: (.*)$/.exec(event));
      expect(told.at(-1)?.[1]).toBe('end');
      for (const event of told) expect(document.faultsIn('Recall', JSON.parse(event?.[2] ?? ''))).toEqual([]);

      const recall = await ended(id);
      expect(recall.state).toBe('finished');
      expect(recall.targets).toEqual({
        read: 1002,
        malformed: 1,
        duplicate: 0,
        accepted: 1000,
        rejected: 1,
        unknown: 0,
        notAttempted: 0,
      });
      expect(recall.audit.map(({ action, by, reason }) => [action, by, reason])).toEqual([
        ['start', 'oncall', 'wrong price'],
      ]);
      expect(running.emulator.huawei.revocations({ clientId, notifyId }).count).toBe(1000);

      const listed = await client.api.GET('/v1/apps/{app}/recalls', {
        params: { path: { app: 'shop' }, query: { state: 'finished', limit: 1 } },
      });
      expect(listed.data?.recalls.map(({ recallId }) => recallId)).toEqual([id]);

      const report = await client.api.GET('/v1/apps/{app}/recalls/{id}/report', {
        params: shop(id),
        parseAs: 'text',
      });
      expect((report.data ?? '').trim().split('\n')).toHaveLength(2);
      expect(report.data).toContain('"target":"nobody","outcome":"rejected"');
      expect(report.data).toContain('"target":"two words","outcome":"malformed"');
      const all = await client.api.GET('/v1/apps/{app}/recalls/{id}/report', {
        params: { ...shop(id), query: { all: true } },
        parseAs: 'text',
      });
      expect((all.data ?? '').trim().split('\n')).toHaveLength(1002);
      const evidence = await client.api.GET('/v1/apps/{app}/recalls/{id}/evidence', {
        params: shop(id),
        parseAs: 'text',
      });
      expect(evidence.data).toContain('"wrong price"');
      const key = await client.api.GET('/v1/apps/{app}/recalls/{id}/evidence-key', {
        params: shop(id),
        parseAs: 'text',
      });
      expect(JSON.parse(key.data ?? '')).toMatchObject({ recallId: id });
    },
    LONG_MS,
  );

  it(
    'stops a recall, goes on with it, and deletes its targets once it has ended',
    async () => {
      const { tokens, running, clientId } = gateway.scene;
      const { huawei } = running.emulator;
      huawei.deliver({ clientId, notifyId: 2, title: 'Oops' });
      huawei.setQuota(clientId, { devicesPerSecond: 200 });
      const id = await begin(2, tokens);
      const early = await client.api.DELETE('/v1/apps/{app}/recalls/{id}', { params: shop(id) });
      expect(early.response.status).toBe(409);
      expect(early.error?.type).toMatch(/#recall-under-way$/);

      const stopped = await client.api.POST('/v1/apps/{app}/recalls/{id}/stop', {
        params: shop(id),
        body: { reason: 'wrong list' },
      });
      expect(stopped.response.status).toBe(202);
      const half = await ended(id);
      expect(half.state).toBe('stopped');
      expect(half.targets.notAttempted).toBeGreaterThan(0);

      huawei.setQuota(clientId, undefined);
      const resumed = await client.api.POST('/v1/apps/{app}/recalls/{id}/resume', {
        params: shop(id),
        body: { reason: 'the right one after all' },
      });
      expect(resumed.response.status).toBe(202);
      const recall = await ended(id);
      expect([recall.state, recall.targets.accepted]).toEqual(['finished', 3000]);
      expect(recall.audit.map(({ action, reason }) => [action, reason])).toEqual([
        ['start', undefined],
        ['stop', 'wrong list'],
        ['resume', 'the right one after all'],
      ]);
      const vain = await client.api.POST('/v1/apps/{app}/recalls/{id}/resume', { params: shop(id) });
      expect(vain.error?.errors?.map(({ field }) => field)).toEqual(['recallId']);

      const deleted = await client.api.DELETE('/v1/apps/{app}/recalls/{id}', { params: shop(id) });
      expect(deleted.response.status).toBe(204);
      expect((await ended(id)).forgotten).toBe(true);
      const gone = await client.api.GET('/v1/apps/{app}/recalls/{id}/report', { params: shop(id) });
      expect([gone.response.status, gone.error?.type.replace(/.*#/, '')]).toEqual([410, 'recall-forgotten']);
      const kept = await client.api.GET('/v1/apps/{app}/recalls/{id}/evidence', {
        params: shop(id),
        parseAs: 'text',
      });
      expect(kept.data).toContain('wrong list');
    },
    LONG_MS,
  );

  it(
    'sends a list of bare strings as NDJSON in parts, asks where it stands, and ends it with nothing more',
    async () => {
      const { tokens, running, clientId } = gateway.scene;
      running.emulator.huawei.deliver({ clientId, notifyId: 3, title: 'Oops' });
      const lines = (from: number, to: number): string =>
        tokens
          .slice(from, to)
          .map((token) => `${JSON.stringify(token)}\n`)
          .join('');
      const headers = { 'Content-Type': 'application/x-ndjson' };
      const begun = await client.api.POST('/v1/apps/{app}/recalls', {
        params: { path: { app: 'shop' }, query: { notifyId: 3 }, header: { 'Upload-Complete': '?0' } },
        headers,
        body: lines(0, 600),
        ...asText,
      });
      const id = begun.data?.recallId ?? '';
      expect(begun.data?.state).toBe('uploading');
      const offset = Buffer.byteLength(lines(0, 600));
      expect(begun.data?.upload).toEqual({ offset, complete: false, underWay: false });

      const asked = await client.api.HEAD('/v1/apps/{app}/recalls/{id}/targets', { params: shop(id) });
      expect(asked.response.status).toBe(204);
      expect(asked.response.headers.get('Upload-Offset')).toBe(String(offset));
      expect(asked.response.headers.get('Upload-Complete')).toBe('?0');

      const wrong = await client.api.PATCH('/v1/apps/{app}/recalls/{id}/targets', {
        params: { ...shop(id), header: { 'Upload-Offset': 0, 'Upload-Complete': '?0' } },
        headers,
        body: lines(0, 1),
        ...asText,
      });
      expect([wrong.response.status, wrong.error?.offset]).toEqual([409, offset]);

      const more = await client.api.PATCH('/v1/apps/{app}/recalls/{id}/targets', {
        params: { ...shop(id), header: { 'Upload-Offset': offset, 'Upload-Complete': '?0' } },
        headers,
        body: lines(600, 1000),
        ...asText,
      });
      expect([more.response.status, more.data?.state]).toEqual([200, 'uploading']);

      const whole = Buffer.byteLength(lines(0, 1000));
      const last = await client.api.PATCH('/v1/apps/{app}/recalls/{id}/targets', {
        params: { ...shop(id), header: { 'Upload-Offset': whole, 'Upload-Complete': '?1' } },
        headers,
        body: '',
        ...asText,
      });
      expect(last.response.status).toBe(202);
      const recall = await ended(id);
      expect(recall.targets).toMatchObject({ read: 1000, accepted: 1000, malformed: 0 });
      const complete = await client.api.HEAD('/v1/apps/{app}/recalls/{id}/targets', { params: shop(id) });
      expect(complete.response.headers.get('Upload-Complete')).toBe('?1');
    },
    LONG_MS,
  );

  it(
    'takes back an mPaaS task by its id alone, and a message from each target',
    async () => {
      const { appId, workspaceId, taskId, messageId, targets } = gateway.scene.bank;
      const { mpaas } = gateway.scene.running.emulator;
      const params = { path: { app: 'bank' } };
      const task = await client.api.POST('/v1/apps/{app}/recalls', {
        params,
        body: { selector: { taskId } },
      });
      expect((await ended(task.data?.recallId ?? '', 'bank')).targets.accepted).toBe(1);
      expect(mpaas.revocations({ appId, workspaceId, taskId }).times(taskId)).toBe(1);

      const message = await client.api.POST('/v1/apps/{app}/recalls', {
        params: { ...params, query: { messageId } },
        headers: { 'Content-Type': 'text/plain' },
        body: targets.join('\n'),
        ...asText,
      });
      expect((await ended(message.data?.recallId ?? '', 'bank')).targets.accepted).toBe(20);
      expect(mpaas.revocations({ appId, workspaceId, messageId }).count).toBe(20);
    },
    LONG_MS,
  );

  it('reads each problem by its type, also in Chinese', async () => {
    const { url, scene } = gateway;
    const params = { path: { app: 'shop' } };
    const stranger = checkedClient(document, { url, key: 'a-key-that-nobody-has' });
    const nobody = checkedClient(document, { url });
    const reader = checkedClient(document, { url, key: scene.keyOf('dashboard') });
    const kindOf = (error: { readonly type: string } | undefined): string | undefined =>
      error?.type.replace(/.*#/, '');

    expect(kindOf((await nobody.api.GET('/v1/apps')).error)).toBe('unauthorized');
    expect(kindOf((await stranger.api.GET('/v1/apps/{app}/recalls', { params })).error)).toBe('unauthorized');
    const body = { selector: { notifyId: 4 }, targets: ['a'] };
    expect(kindOf((await reader.api.POST('/v1/apps/{app}/recalls', { params, body })).error)).toBe(
      'forbidden',
    );
    const { error: unknown } = await reader.api.GET('/v1/apps/{app}/recalls', {
      params: { path: { app: 'bank' } },
    });
    expect(kindOf(unknown)).toBe('app-not-found');
    const { error: none } = await client.api.GET('/v1/apps/{app}/recalls/{id}', { params: shop('r-none') });
    expect([none?.status, kindOf(none)]).toEqual([404, 'recall-not-found']);
    const { error: wrong } = await client.api.POST('/v1/apps/{app}/recalls', {
      params: { ...params, header: { 'Accept-Language': 'zh-CN' } },
      body: { selector: { notifyId: -1 }, targets: ['a'] },
    });
    expect([kindOf(wrong), wrong?.errors?.map(({ field }) => field)]).toEqual([
      'invalid-request',
      ['notifyId'],
    ]);
    expect(wrong?.title).toMatch(/\p{Script=Han}/u);
    const { error: empty } = await client.api.POST('/v1/apps/{app}/recalls', {
      params,
      body: { selector: { notifyId: 4 }, targets: [] },
    });
    expect([empty?.status, kindOf(empty)]).toEqual([422, 'invalid-input']);
    const { error: reused } = await client.api.POST('/v1/apps/{app}/recalls', {
      params: { ...params, header: { 'Idempotency-Key': 'incident-4711' } },
      body,
    });
    expect([reused?.status, kindOf(reused)]).toEqual([422, 'idempotency-key-reused']);
    for (const { faults } of [stranger, nobody, reader]) expect(faults).toEqual([]);
  });
});
