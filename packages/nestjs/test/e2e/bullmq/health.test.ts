import { TerminusModule } from '@nestjs/terminus';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { UnpushHealthIndicator } from '../../../src/terminus/index.ts';
import { openMachine, startServers, type Servers } from '../../support/machines.ts';
import { SELECTOR, setStage } from '../../support/stage.ts';

// The programs, for `npm test`: startServer('redis-server'), startServer('postgres')
let servers: Servers;

beforeAll(async () => {
  servers = await startServers();
});
afterAll(() => servers[Symbol.asyncDispose]());

/** Terminus knows `degraded` from 12 on. */
const DEGRADED = process.env['UNPUSH_NEST_MAJOR'] === '11' ? 'up' : 'degraded';

it('tells of recalls on a queue that nobody drives, and of a queue that does not answer', async () => {
  await using stage = await setStage({ phones: 50 });
  await using api = await openMachine(servers, stage, {
    name: 'health',
    bull: { role: 'client' },
    metadata: { imports: [TerminusModule], providers: [UnpushHealthIndicator] },
  });
  const indicator = api.module.get(UnpushHealthIndicator);
  const look = (): Promise<unknown> =>
    indicator.isHealthy('unpush', { everyMs: 0, standingForMs: 0, timeoutMs: 1000 });

  expect(await look()).toMatchObject({
    unpush: {
      status: 'up',
      apps: { default: { queue: { waitingRequests: 0 }, recalls: { unfinished: 0, standing: 0 } } },
    },
  });

  const { recallId } = await api.recalls.start({ selector: SELECTOR, targets: stage.tokens });
  expect(await look()).toMatchObject({
    unpush: {
      status: DEGRADED,
      message: 'default: 1 recall is not finished, and nobody works on it: resume or stop',
      apps: { default: { recalls: { unfinished: 1, standing: 1 } } },
    },
  });

  {
    await using worker = await openMachine(servers, stage, { name: 'health' });
    expect((await worker.recalls.finished(recallId)).state).toBe('finished');
  }
  expect(await look()).toMatchObject({ unpush: { status: 'up' } });

  await servers.redis.kill();
  expect(await look()).toMatchObject({
    unpush: {
      status: DEGRADED,
      message: 'default: the queue cannot be reached; recalls go on once it can',
      apps: { default: { queue: 'no answer' } },
    },
  });
});
