import { beforeEach, describe, expect, it } from 'vitest';
import { world } from '../support/world.ts';
import { linesOf, openShop, REQUEST_ID } from './support/shop.ts';

beforeEach(() => world.reset());

const selector = { notifyId: 7 };

describe('a recall', () => {
  it('is begun by JSON, driven by alarms, and accounts for every target', async () => {
    const shop = await openShop('json', { phones: 25 });
    const begun = await shop.start({
      selector,
      targets: [...shop.tokens, shop.tokens[0], ''],
      reason: 'wrong price',
    });
    expect(begun).toMatchObject({
      app: 'json',
      vendor: 'huawei',
      vendorApp: shop.clientId,
      selector: { notifyId: 7, pushType: 'notification' },
      wanted: 'run',
      firstMalformed: [{ reason: 'empty' }],
    });
    expect(begun.audit).toMatchObject([{ action: 'start', by: 'oncall', reason: 'wrong price' }]);
    const ended = await shop.end(begun.recallId);
    expect(ended.state).toBe('finished');
    expect(ended.targets).toEqual({
      ...{ read: 27, malformed: 1, duplicate: 1 },
      ...{ accepted: 25, rejected: 0, unknown: 0, notAttempted: 0 },
    });
    expect(world.emulator.huawei.revocations({ clientId: shop.clientId, notifyId: 7 }).count).toBe(25);
    expect(world.warnings).toEqual([]);
    expect(await shop.alarm()).toBe(false);
  });

  it('is told of target by target, and in evidence that names who has begun it', async () => {
    const shop = await openShop('records');
    const { recallId } = await shop.start({ selector, targets: shop.tokens, reason: 'wrong price' });
    await shop.end(recallId);
    const report = await shop.call(`/recalls/${recallId}/report?all=true`);
    expect(report.headers.get('Content-Disposition')).toBe(
      `attachment; filename="${recallId}-report.ndjson"`,
    );
    expect((await linesOf(report)).map(({ target, outcome }) => [target, outcome])).toEqual(
      shop.tokens.map((token) => [token, 'accepted']),
    );
    const evidence = await shop.call(`/recalls/${recallId}/evidence`);
    const [header] = await linesOf(evidence);
    expect(JSON.stringify(header)).toContain('"by":"oncall"');
    const key = await shop.call(`/recalls/${recallId}/evidence-key`);
    expect(await key.json()).toMatchObject({ format: 1, recallId });
  });

  it('is refused while another one takes back the same notification', async () => {
    const shop = await openShop('twice', { phones: 30, quota: 10 });
    const { recallId } = await shop.start({ selector, targets: shop.tokens });
    const again = await shop.call('/recalls', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ selector, targets: shop.tokens }),
    });
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({ code: 'LEDGER', recallId });
    await shop.call(`/recalls/${recallId}/stop`, { method: 'POST' });
  });

  it('comes to nothing without a single target', async () => {
    const shop = await openShop('nobody');
    const answer = await shop.call('/recalls?notifyId=7', {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain', 'Idempotency-Key': 'k1' },
      body: '\n\n',
    });
    expect(answer.status).toBe(422);
    expect(await (await shop.call('/recalls')).json()).toEqual({ recalls: [] });
    expect(await shop.alarm()).toBe(false);
  });

  it('names the field that is wrong', async () => {
    const shop = await openShop('wrong');
    const answer = await shop.call('/recalls?notifyId=seven', {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      body: 'token',
    });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('Content-Type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ errors: [{ field: 'notifyId' }] });
  });

  it('names a parameter that every object would have', async () => {
    const shop = await openShop('inherited');
    const answer = await shop.call('/recalls?notifyId=7&toString=1', {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      body: 'token',
    });
    expect(await answer.json()).toMatchObject({
      errors: [{ problem: expect.stringContaining('no such') as string }],
    });
  });

  it('names the request in the log and in the answer where it fails', async () => {
    const shop = await openShop('fails', { phones: 1 });
    const app = world.apps['fails'];
    world.apps['fails'] = { vendor: 'huawei', clientId: '1', serviceAccount: '{"broken":1}' };
    const answer = await shop.call('/recalls', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ selector, targets: shop.tokens }),
    });
    expect([answer.status, await answer.json()]).toMatchObject([500, { instance: `urn:uuid:${REQUEST_ID}` }]);
    expect(world.warnings[0]).toContain(REQUEST_ID);
    if (app !== undefined) world.apps['fails'] = app;
  });

  it('is not found under an id of nobody', async () => {
    const shop = await openShop('unknown');
    for (const path of ['', '/events', '/report', '/evidence', '/evidence-key', '/targets']) {
      const answer = await shop.call(`/recalls/nothing${path}`);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ recallId: 'nothing' });
    }
  });
});

describe('stopping', () => {
  it('ends a recall early, says who has asked, and goes on when it is resumed', async () => {
    const shop = await openShop('stops', { phones: 3000, quota: 500 });
    const { recallId } = await shop.start({ selector, targets: shop.tokens });
    const alarm = shop.alarm();
    await expect.poll(async () => (await shop.read(recallId)).targets.accepted).toBeGreaterThan(0);
    const stopped = await shop.call(`/recalls/${recallId}/stop`, {
      method: 'POST',
      body: '{"reason":"enough"}',
    });
    expect(stopped.status).toBe(202);
    expect(await stopped.json()).toMatchObject({ state: 'stopped', wanted: 'stop' });
    await alarm;
    expect(await shop.alarm()).toBe(false);
    expect((await shop.call(`/recalls/${recallId}/resume`, { method: 'POST' })).status).toBe(202);
    const ended = await shop.end(recallId);
    expect(ended.state).toBe('finished');
    expect(ended.targets.accepted).toBe(3000);
    expect(ended.audit.map(({ action, reason }) => [action, reason])).toEqual([
      ['start', undefined],
      ['stop', 'enough'],
      ['resume', undefined],
    ]);
  });

  it('can be resumed again by who has not heard the answer, of which nothing more comes', async () => {
    const shop = await openShop('resumes-again', { phones: 30, quota: 10 });
    const { recallId } = await shop.start({ selector, targets: shop.tokens });
    await shop.call(`/recalls/${recallId}/stop`, { method: 'POST' });
    for (const times of [1, 2]) {
      const answer = await shop.call(`/recalls/${recallId}/resume`, { method: 'POST' });
      expect([times, answer.status]).toEqual([times, 202]);
    }
    const { audit } = await shop.read(recallId);
    expect(audit.map(({ action }) => action)).toEqual(['start', 'stop', 'resume']);
    await shop.call(`/recalls/${recallId}/stop`, { method: 'POST' });
  });

  it('has nothing to resume once it is finished', async () => {
    const shop = await openShop('done');
    const { recallId } = await shop.start({ selector, targets: shop.tokens });
    await shop.end(recallId);
    expect((await shop.call(`/recalls/${recallId}/resume`, { method: 'POST' })).status).toBe(400);
  });
});

describe('forgetting', () => {
  it('deletes the targets, and keeps the record', async () => {
    const shop = await openShop('forgets', { phones: 30, quota: 20 });
    const { recallId } = await shop.start({ selector, targets: shop.tokens });
    const early = await shop.call(`/recalls/${recallId}`, { method: 'DELETE' });
    expect(early.status).toBe(409);
    await shop.end(recallId);
    const forbidden = await shop.call(`/recalls/${recallId}`, { method: 'DELETE', scopes: ['start'] });
    expect(forbidden.status).toBe(403);
    expect((await shop.call(`/recalls/${recallId}`, { method: 'DELETE' })).status).toBe(204);
    expect(await shop.read(recallId)).toMatchObject({ forgotten: true, targets: { accepted: 30 } });
    expect((await shop.call(`/recalls/${recallId}/report`)).status).toBe(410);
    expect((await shop.call(`/recalls/${recallId}/evidence`)).status).toBe(200);
  });
});
