import { CredentialError, InvalidRequestError, NONE_REJECTED } from '@unpush/core';
import { InputError } from '@unpush/recall';
import type { RedisServer } from '@unpush/testing/servers';
import { Queue } from 'bullmq';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SELECTOR, setStage, type Stage } from '../support/stage.ts';
import { openQueue, openTestApp, placedBatch, startRedis } from './support/queue-stage.ts';

// The program, for `npm test`: startServer('redis-server')
let redis: RedisServer;
let stage: Stage;

beforeAll(async () => {
  [redis, stage] = await Promise.all([startRedis(), setStage({ phones: 40 })]);
});
afterAll(async () => {
  await Promise.all([redis.close(), stage[Symbol.asyncDispose]()]);
});

const emulatorFaults = () => stage.running.emulator.faults;

describe('an exchange by way of the queue', () => {
  it('is made by whoever takes it, and its verdict comes back', async () => {
    await using app = await openTestApp(stage.huawei, stage.sender);
    await using queue = openQueue({ redis, huawei: stage.huawei });
    queue.work(app, stage.tokens);
    const { batch, placed } = placedBatch(stage.tokens, [0, 3]);
    const verdict = await queue.revoker.attempt(SELECTOR, batch, { placed });
    expect(verdict).toEqual({
      advice: 'done',
      about: 'success',
      code: '80000000',
      message: 'Success',
      httpStatus: 200,
      requestId: expect.any(String) as string,
      rejected: NONE_REJECTED,
      mayHaveBeenReceived: true,
      credentialId: 'fleet-1',
      clockSkewMs: expect.any(Number) as number,
    });
    expect([...stage.revoked().keys()]).toEqual(stage.tokens.slice(0, 3));
  });

  it('names the targets that were refused, though no target stands in Redis', async () => {
    await using app = await openTestApp(stage.huawei, stage.sender);
    await using queue = openQueue({ redis, huawei: stage.huawei });
    const targets = [...stage.tokens.slice(3, 5), 'of-nobody-1', 'of-nobody-2'];
    queue.work(app, targets);
    const { batch, placed } = placedBatch(targets, [0, 4]);
    const verdict = await queue.revoker.attempt(SELECTOR, batch, { placed });
    expect(verdict).toMatchObject({ advice: 'done', code: '80100020' });
    expect(verdict.rejected).toEqual(
      new Map([
        ['of-nobody-1', 'tokenFormatError'],
        ['of-nobody-2', 'tokenFormatError'],
      ]),
    );
    const jobs = new Queue('unpush-batches-shop', queue.place);
    const kept = JSON.stringify(await jobs.getJobs());
    await jobs.close();
    expect(kept).toContain('tokenFormatError');
    for (const target of targets) expect(kept).not.toContain(target);
  });

  it('throws again here what the sending threw there', async () => {
    await using app = await openTestApp(stage.huawei, stage.sender);
    const failing = (error: Error) => ({
      ...app,
      revoker: { ...app.revoker, attempt: () => Promise.reject(error) },
    });
    const { batch, placed } = placedBatch(stage.tokens, [5, 6]);
    for (const error of [
      new CredentialError('the key cannot sign'),
      new InvalidRequestError([{ field: 'notifyId', problem: 'must be a number' }]),
    ]) {
      await using queue = openQueue({ redis, huawei: stage.huawei });
      queue.work(failing(error), stage.tokens);
      const attempt = queue.revoker.attempt(SELECTOR, batch, { placed });
      await expect(attempt).rejects.toThrow(error);
      await expect(attempt).rejects.toBeInstanceOf(error.constructor);
    }
    await using queue = openQueue({ redis, huawei: stage.huawei });
    queue.work(app, []);
    await expect(queue.revoker.attempt(SELECTOR, batch, { placed })).rejects.toThrow(InputError);
  });

  it('is made by nobody whose app of that name is another one', async () => {
    await using app = await openTestApp(stage.huawei, stage.sender);
    await using queue = openQueue({ redis, huawei: stage.huawei });
    queue.work({ ...app, vendorApp: '100000001' }, stage.tokens);
    const { batch, placed } = placedBatch(stage.tokens, [8, 9]);
    const verdict = await queue.revoker.attempt(SELECTOR, batch, { placed });
    expect(verdict).toMatchObject({ advice: 'retry', mayHaveBeenReceived: false, failure: 'refused' });
    expect(verdict.message).toMatch(/but the app shop of this process is huawei 100000001 at/);
    expect(stage.revoked().has(stage.tokens[8]!)).toBe(false);
  });

  it('is made under a newer credential once one of another process was refused', async () => {
    await using app = await openTestApp(stage.huawei, stage.sender);
    await using queue = openQueue({ redis, huawei: stage.huawei });
    queue.work(app, stage.tokens);
    emulatorFaults().add({ times: 1, action: { type: 'code', code: '80200003' } });
    const { batch, placed } = placedBatch(stage.tokens, [6, 7]);
    const refused = await queue.revoker.attempt(SELECTOR, batch, { placed });
    expect(refused).toMatchObject({ advice: 'renew', credentialId: 'fleet-1' });
    await queue.revoker.renewCredential('fleet-1');
    // Another process may be told of it twice
    await queue.revoker.renewCredential('fleet-1');
    const renewed = await queue.revoker.attempt(SELECTOR, batch, { placed: { ...placed, attempt: 2 } });
    expect(renewed).toMatchObject({ advice: 'done', credentialId: 'fleet-2' });
  });
});
