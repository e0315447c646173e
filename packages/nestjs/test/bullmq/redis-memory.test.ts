import { batchOf } from '@unpush/core';
import { systemClock } from '@unpush/transport';
import { simulatedVendor } from '@unpush/testing';
import type { RedisServer } from '@unpush/testing/servers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { redisMemory } from '../scale/support/redis-memory.ts';
import { SELECTOR, setStage } from '../support/stage.ts';
import { openQueue, openTestApp, startRedis } from './support/queue-stage.ts';

// The program, for `npm test`: startServer('redis-server')
let redis: RedisServer;

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.close());

it('does not grow with the number of requests, for a vendor that takes one target in each', async () => {
  await using stage = await setStage();
  await using app = await openTestApp(stage.huawei, stage.sender);
  const vendor = simulatedVendor({ clock: systemClock });
  const revoker = {
    ...app.revoker,
    attempt: (_: unknown, batch: ReturnType<typeof batchOf>) => vendor.attempt('', batch),
  };
  await using queue = openQueue({ redis, huawei: stage.huawei });
  const targets = Array.from({ length: 3000 }, (_, index) => `device-${index}`);
  queue.work({ ...app, revoker }, targets);
  const send = async (from: number): Promise<void> => {
    for (let at = from; at < from + 25; at += 1) {
      const placed = { batch: at + 1, attempt: 1, spans: [[at, at + 1]] as const };
      await queue.revoker.attempt(SELECTOR, batchOf(targets.slice(at, at + 1)), { placed });
    }
  };
  const sendThousand = async (from: number): Promise<void> => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => send(from + 25 * index)));
  };
  await sendThousand(0);
  const first = await redisMemory(redis);
  await sendThousand(1000);
  await sendThousand(2000);
  const last = await redisMemory(redis);
  expect(vendor.requests).toHaveLength(3000);
  expect((last.now - first.now) / 1e6).toBeLessThan(1);
  if (process.env['UNPUSH_SCALE_STRICT'] === '1') {
    process.stderr.write(`Redis in all: ${(last.now / 1e6).toFixed(2)} MB\n`);
  }
});
