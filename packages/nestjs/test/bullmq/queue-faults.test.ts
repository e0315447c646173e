import { NONE_REJECTED } from '@unpush/core';
import type { RedisServer } from '@unpush/testing/servers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SELECTOR, setStage, type Stage } from '../support/stage.ts';
import { forkWorker } from './support/fork-worker.ts';
import { openQueue, openTestApp, placedBatch, startRedis } from './support/queue-stage.ts';

// The program, for `npm test`: startServer('redis-server')
let redis: RedisServer;
let stage: Stage;

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.close());
beforeEach(async () => {
  stage = await setStage({ phones: 10 });
});
afterEach(() => stage[Symbol.asyncDispose]());

const requests = () => stage.running.emulator.requests.list().length;
const stall = (acts: boolean) =>
  stage.running.emulator.faults.add({ times: 1, action: { type: 'stall', acts } });

const LOST = { advice: 'retry', about: 'vendor-fault', rejected: NONE_REJECTED, failure: 'reset' };

describe('a stop', () => {
  it('takes back what nobody has taken up: nothing was sent, for certain', async () => {
    await using queue = openQueue({ redis, huawei: stage.huawei });
    const stop = new AbortController();
    const { batch, placed } = placedBatch(stage.tokens, [0, 3]);
    const attempt = queue.revoker.attempt(SELECTOR, batch, { placed, signal: stop.signal });
    setTimeout(() => stop.abort(), 300);
    expect(await attempt).toMatchObject({ failure: 'aborted', mayHaveBeenReceived: false });
    await using app = await openTestApp(stage.huawei, stage.sender);
    queue.work(app, stage.tokens);
    // Whatever comes later is all that is sent
    const next = placedBatch(stage.tokens, [5, 6]);
    await queue.revoker.attempt(SELECTOR, next.batch, { placed: next.placed });
    expect(requests()).toBe(1);
  });

  it('gives up what is under way, which may have been received', async () => {
    await using app = await openTestApp(stage.huawei, stage.sender);
    await using queue = openQueue({ redis, huawei: stage.huawei });
    queue.work(app, stage.tokens);
    stall(true);
    const stop = new AbortController();
    const { batch, placed } = placedBatch(stage.tokens, [0, 3]);
    const attempt = queue.revoker.attempt(SELECTOR, batch, { placed, signal: stop.signal });
    await expect.poll(requests).toBe(1);
    stop.abort();
    expect(await attempt).toMatchObject({ failure: 'aborted', mayHaveBeenReceived: true });
  });
});

describe('a process that shuts down', () => {
  it('lets its requests be answered, and gives up what takes too long', async () => {
    await using app = await openTestApp(stage.huawei, stage.sender);
    await using queue = openQueue({ redis, huawei: stage.huawei });
    const working = queue.work(app, stage.tokens);
    stage.running.emulator.faults.add({ times: 1, action: { type: 'latency', ms: 300 } });
    const slow = placedBatch(stage.tokens, [0, 3]);
    const answered = queue.revoker.attempt(SELECTOR, slow.batch, { placed: slow.placed });
    await expect.poll(requests).toBe(1);
    stall(false);
    const stalled = placedBatch(stage.tokens, [3, 6]);
    const lost = queue.revoker.attempt(SELECTOR, stalled.batch, { placed: stalled.placed });
    await expect.poll(requests).toBe(2);
    await working.close();
    expect(await answered).toMatchObject({ advice: 'done' });
    // Not as if the recall had been stopped: the request goes to another process
    expect(await lost).toMatchObject({ ...LOST, mayHaveBeenReceived: true });
  });
});

describe('a process that is killed', () => {
  it('leaves its request to the engine: nobody knows whether it was made', async () => {
    await using queue = openQueue({ redis, huawei: stage.huawei });
    await using killed = forkWorker({
      app: stage.huawei,
      ca: stage.sender.ca,
      redis: { host: redis.host, port: redis.port },
      targets: stage.tokens,
    });
    stall(true);
    const { batch, placed } = placedBatch(stage.tokens, [0, 3]);
    const attempt = queue.revoker.attempt(SELECTOR, batch, { placed });
    await expect.poll(requests, { timeout: 10_000 }).toBe(1);
    await killed.kill();
    const killedAt = performance.now();
    // Somebody else is there, who looks after what stands still, and does not make the request a second time
    await using app = await openTestApp(stage.huawei, stage.sender);
    queue.work(app, stage.tokens);
    expect(await attempt).toMatchObject({ ...LOST, mayHaveBeenReceived: true });
    expect(performance.now() - killedAt).toBeLessThan(15_000);
    expect(requests()).toBe(1);
  });
});

describe('a Redis that crashes', () => {
  it('keeps the answer of a request that was under way', async () => {
    await using app = await openTestApp(stage.huawei, stage.sender);
    await using queue = openQueue({ redis, huawei: stage.huawei });
    queue.work(app, stage.tokens);
    stage.running.emulator.faults.add({ times: 1, action: { type: 'latency', ms: 1500 } });
    const { batch, placed } = placedBatch(stage.tokens, [0, 3]);
    const attempt = queue.revoker.attempt(SELECTOR, batch, { placed });
    await expect.poll(requests).toBe(1);
    // Longer than the second for which a crash may lose what was written
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await redis.crash();
    expect(await attempt).toMatchObject({ advice: 'done', mayHaveBeenReceived: true });
    expect(requests()).toBe(1);
  });

  it('believes no refusal of a request that may have been made twice', async () => {
    await using app = await openTestApp(stage.huawei, stage.sender);
    await using queue = openQueue({ redis, huawei: stage.huawei });
    const targets = [...stage.tokens.slice(0, 2), 'of-nobody'];
    queue.work(app, targets);
    stage.running.emulator.faults.add({ times: 1, action: { type: 'latency', ms: 1500 } });
    const { batch, placed } = placedBatch(targets, [0, 3]);
    const attempt = queue.revoker.attempt(SELECTOR, batch, { placed });
    await expect.poll(requests).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await redis.crash();
    expect(await attempt).toMatchObject({ ...LOST, mayHaveBeenReceived: true });
  });

  it('and forgets all: the request is lost, and the next one is made', async () => {
    await using queue = openQueue({ redis, huawei: stage.huawei });
    const { batch, placed } = placedBatch(stage.tokens, [0, 3]);
    const attempt = queue.revoker.attempt(SELECTOR, batch, { placed });
    await queue.requests.watch.whenUp(AbortSignal.timeout(5000));
    await new Promise((resolve) => setTimeout(resolve, 200));
    await queue.flush();
    expect(await attempt).toMatchObject({ ...LOST, mayHaveBeenReceived: true });
    await using app = await openTestApp(stage.huawei, stage.sender);
    queue.work(app, stage.tokens);
    const again = { ...placed, attempt: 2 };
    expect(await queue.revoker.attempt(SELECTOR, batch, { placed: again })).toMatchObject({ advice: 'done' });
  });

  it('holds nothing up for longer than it is away', async () => {
    await using app = await openTestApp(stage.huawei, stage.sender);
    await using queue = openQueue({ redis, huawei: stage.huawei });
    queue.work(app, stage.tokens);
    await queue.requests.watch.whenUp(AbortSignal.timeout(5000));
    await redis.kill();
    const { batch, placed } = placedBatch(stage.tokens, [0, 3]);
    const attempt = queue.revoker.attempt(SELECTOR, batch, { placed });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await redis.start();
    const backAt = performance.now();
    expect(await attempt).toMatchObject({ advice: 'done' });
    expect(performance.now() - backAt).toBeLessThan(3000);
  });
});
