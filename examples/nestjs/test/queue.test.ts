import type { RecallStatus, StartedRecall } from '@unpush/nestjs';
import { startServer, type PostgresServer, type RedisServer } from '@unpush/testing/servers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDoor, setStage, type Door, type Stage } from './support/door.ts';
import { eventsOf } from './support/events.ts';
import { upload } from './support/upload.ts';

let stage: Stage;
let redis: RedisServer;
let postgres: PostgresServer;
let api: Door;
let worker: Door;
beforeAll(async () => {
  [stage, redis, postgres] = await Promise.all([
    setStage(),
    startServer('redis-server'),
    startServer('postgres'),
  ]);
  const settings = { ...stage.settings, REDIS_URL: redis.url, DATABASE_URL: postgres.url };
  api = await openDoor({ ...settings, QUEUE_ROLE: 'client' });
  worker = await openDoor({ ...settings, QUEUE_ROLE: 'worker' });
});
afterAll(async () => {
  await Promise.all([api, worker].map((door) => door[Symbol.asyncDispose]()));
  await Promise.all([stage, redis, postgres].map((part) => part[Symbol.asyncDispose]()));
});

const started = async (response: Response): Promise<StartedRecall> =>
  (await response.json()) as StartedRecall; // what the route promises

describe('a recall on a queue', () => {
  it('is started by one application and worked on by another, and both tell the same of it', async () => {
    const response = await upload(api, [...stage.tokens, 'a-phone-that-is-gone']);
    expect(response.status).toBe(202);
    const { recallId } = await started(response);
    const events = await eventsOf(await api.ask(`/recalls/${recallId}/events`));
    expect(events.at(-2)?.data).toMatchObject({
      state: 'finished',
      targets: { read: 20_001, accepted: 20_000, rejected: 1, unknown: 0, notAttempted: 0 },
    });
    expect(events.at(-1)).toEqual({ type: 'end', data: { recallId } });
    expect(await stage.revoked()).toEqual(new Map(stage.tokens.map((token) => [token, 1])));
    for (const door of [api, worker]) {
      expect(await (await door.ask(`/recalls/${recallId}`)).json()).toMatchObject({ state: 'finished' });
      const report = await door.command(`/recalls/${recallId}/report`);
      expect(JSON.parse(await report.text())).toMatchObject({
        target: 'a-phone-that-is-gone',
        outcome: 'rejected',
      });
    }
  });

  it('is stopped and resumed from wherever it is asked', async () => {
    const { recallId } = await started(await upload(api, stage.tokens));
    const stopped = await worker.command(`/recalls/${recallId}/stop`, { method: 'POST' });
    expect(await stopped.json()).toMatchObject({ state: 'stopped', wanted: 'stop' });
    const resumed = await api.command(`/recalls/${recallId}/resume`, { method: 'POST' });
    expect(resumed.status).toBe(202);
    const events = await eventsOf(await worker.ask(`/recalls/${recallId}/events`));
    const last: Partial<RecallStatus> | undefined = events.at(-2)?.data;
    expect(last).toMatchObject({ state: 'finished', targets: { accepted: 20_000 } });
  });

  it('leaves both healthy', async () => {
    for (const door of [api, worker]) {
      expect(await (await door.ask('/health')).json()).toMatchObject({ status: 'ok' });
    }
  });
});
