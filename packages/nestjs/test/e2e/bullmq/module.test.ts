import { getSharedConfigToken } from '@nestjs/bullmq';
import { Injectable, Module } from '@nestjs/common';
import { postgresStore } from '@unpush/recall/postgres';
import { Redis } from 'ioredis';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  QueueRunner,
  UnpushBullModule,
  type UnpushBullOptions,
  type UnpushBullOptionsFactory,
} from '../../../src/bullmq/index.ts';
import { UNPUSH_RECALL_RUNNER, UnpushModule } from '../../../src/index.ts';
import { openMachine, SOON, startServers, type Servers } from '../../support/machines.ts';
import { openApplication, openShop } from '../../support/open-module.ts';
import { SELECTOR, setStage, type Stage } from '../../support/stage.ts';

// The programs, for `npm test`: startServer('redis-server'), startServer('postgres')
let servers: Servers;
let stage: Stage;

beforeAll(async () => {
  [servers, stage] = await Promise.all([startServers(), setStage({ phones: 5 })]);
});
afterAll(async () => {
  await servers[Symbol.asyncDispose]();
  await stage[Symbol.asyncDispose]();
});

const connection = () => ({ host: servers.redis.host, port: servers.redis.port });

describe('the options of UnpushBullModule', () => {
  it.each<readonly [string, object, string]>([
    ['role', { role: 'boss' }, 'unpush: bullmq.role: must be "worker" or "client"; got the string "boss"'],
    [
      'concurrency',
      { concurrency: 0 },
      'unpush: bullmq.concurrency: must be a whole number, 1 or more; got the number 0',
    ],
    [
      'a slip of the pen',
      { conection: {} },
      'unpush: bullmq.options: has no option "conection": its options are connection, prefix, role, concurrency, timings',
    ],
    [
      'a time',
      { timings: { lockMs: 5 } },
      'unpush: bullmq.timings.lockMs: must be a time in milliseconds, 100 or more; got the number 5',
    ],
    [
      'no Redis at all',
      {},
      'unpush: bullmq.connection: must be given, or BullModule.forRoot of @nestjs/bullmq be imported: which Redis is it?',
    ],
  ])('name what is wrong: %s', async (_what, options, message) => {
    await expect(openShop(stage, {}, { imports: [UnpushBullModule.forRoot(options)] })).rejects.toThrow(
      message,
    );
  });

  it('ask for a store that every process sees', async () => {
    const imports = [UnpushBullModule.forRoot({ connection: connection() })];
    await expect(openShop(stage, {}, { imports })).rejects.toThrow(
      'unpush: ledger: must be a store that several processes can work on for recalls on a queue, such as ' +
        'postgresStore({ pool }) of @unpush/recall/postgres; a directory lies on one machine only',
    );
  });

  it('are found under the token of @nestjs/bullmq, which need not be installed', () => {
    expect(getSharedConfigToken()).toBe('BULLMQ_CONFIG(default)');
    expect(getSharedConfigToken('second')).toBe('BULLMQ_CONFIG(second)');
  });
});

describe('UnpushBullModule.forRootAsync', () => {
  const options = (): UnpushBullOptions => ({ connection: connection(), prefix: 'async', timings: SOON });

  @Injectable()
  class BullOptions implements UnpushBullOptionsFactory {
    createUnpushBullOptions(): UnpushBullOptions {
      return options();
    }
  }

  @Module({ providers: [BullOptions], exports: [BullOptions] })
  class OptionsModule {}

  it.each([
    ['useFactory', () => UnpushBullModule.forRootAsync({ useFactory: options })],
    ['useClass', () => UnpushBullModule.forRootAsync({ useClass: BullOptions })],
    [
      'useExisting',
      () => UnpushBullModule.forRootAsync({ imports: [OptionsModule], useExisting: BullOptions }),
    ],
  ])('takes %s', async (_form, bullModule) => {
    const pool = new pg.Pool({ connectionString: servers.postgres.url });
    const { huawei, sender } = stage;
    const ledger = () => postgresStore({ pool });
    await using opened = await openApplication({
      imports: [bullModule(), UnpushModule.forRoot({ app: huawei, sender, ledger })],
    });
    const runner: unknown = opened.module.get(UNPUSH_RECALL_RUNNER);
    expect(runner).toBeInstanceOf(QueueRunner);
    await opened.module.close();
    await pool.end();
  });
});

describe('a Redis that is not as it should be', () => {
  it('is warned of where it throws out jobs when its memory is full', async () => {
    const client = new Redis(connection());
    await client.config('SET', 'maxmemory-policy', 'allkeys-lru');
    try {
      await using machine = await openMachine(servers, stage, { name: 'eviction', bull: { role: 'client' } });
      await expect
        .poll(() => machine.log.find((line) => line.startsWith('warn Redis has the maxmemory-policy')), {
          timeout: 10_000,
        })
        .toBe(
          'warn Redis has the maxmemory-policy allkeys-lru, and throws out jobs when its memory is full: set it to ' +
            'noeviction, as every BullMQ queue needs it. Recalls lose nothing even so, but requests are made again.',
        );
    } finally {
      await client.config('SET', 'maxmemory-policy', 'noeviction');
      client.disconnect();
    }
  });

  it('keeps no recall from being started, nor an application from its end', async () => {
    await using machine = await openMachine(servers, stage, { name: 'away' });
    await expect
      .poll(() => machine.log)
      .toContain('log This process drives the recalls of app default from now on.');
    await servers.redis.kill();
    const { recallId } = await machine.recalls.start({ selector: SELECTOR, targets: stage.tokens });
    expect(machine.log).toContain(
      `warn Redis cannot be reached: recall ${recallId} is written down, and begins once it is back.`,
    );
    const closedAt = performance.now();
    await machine[Symbol.asyncDispose]();
    expect(performance.now() - closedAt).toBeLessThan(15_000);
    await servers.redis.start();
    await using next = await openMachine(servers, stage, { name: 'away' });
    expect(await next.recalls.finished(recallId)).toMatchObject({
      state: 'finished',
      targets: { accepted: 5 },
    });
  });

  it('loses nothing when it comes back empty', async () => {
    await using own = await setStage({ phones: 1000 });
    await using machine = await openMachine(servers, own, { name: 'empty', app: { quota: 500 } });
    const { recallId } = await machine.recalls.start({
      selector: SELECTOR,
      targets: own.tokens,
      batchSize: 20,
    });
    await expect.poll(() => own.revoked().size, { timeout: 10_000 }).toBeGreaterThan(100);
    const client = new Redis(connection());
    await client.flushall();
    client.disconnect();
    expect(await machine.recalls.finished(recallId)).toMatchObject({
      state: 'finished',
      targets: { accepted: 1000 },
    });
    expect(own.revoked().size).toBe(1000);
  });
});
