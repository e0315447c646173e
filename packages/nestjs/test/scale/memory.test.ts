import { afterAll, beforeAll, expect, it } from 'vitest';
import { openMachine, startServers, type Servers } from '../support/machines.ts';
import { SELECTOR, setStage } from '../support/stage.ts';
import { redisMemory } from './support/redis-memory.ts';
import { startMachine } from './support/start-machine.ts';

// The programs, for `npm test`: startServer('redis-server'), startServer('postgres')
let servers: Servers;

beforeAll(async () => {
  servers = await startServers();
});
afterAll(() => servers[Symbol.asyncDispose]());

/** `UNPUSH_SCALE_TARGETS=1000000` for the figures in the decision. */
const TARGETS = Number(process.env['UNPUSH_SCALE_TARGETS'] ?? 50_000);

it(`holds places in Redis, and no list in a process: ${TARGETS} targets`, { timeout: 600_000 }, async () => {
  await using stage = await setStage({ phones: TARGETS });
  const { host, port } = servers.redis;
  const bull = { connection: { host, port } };
  const before = await redisMemory(servers.redis);
  const order = {
    app: stage.huawei,
    ca: stage.sender.ca,
    postgres: servers.postgres.url,
    leaseMs: 10_000,
    bull,
  };
  await using one = startMachine(order);
  await using other = startMachine(order);
  const machines = [one, other];
  await using api = await openMachine(servers, stage, {
    name: 'unpush',
    bull: { role: 'client', prefix: 'bull' },
  });
  await expect.poll(() => machines.some(({ drives }) => drives), { timeout: 60_000 }).toBe(true);
  await expect.poll(() => machines.every(({ peakBytes }) => peakBytes > 0), { timeout: 60_000 }).toBe(true);
  const idle = machines.map(({ peakBytes }) => peakBytes);
  const { recallId } = await api.recalls.start({ selector: SELECTOR, targets: stage.tokens });
  const ended = await api.recalls.finished(recallId);
  expect(ended).toMatchObject({ state: 'finished', targets: { accepted: TARGETS } });
  const { peak } = await redisMemory(servers.redis);
  const redisMb = (peak - before.now) / 1e6;
  const [driver, worker] = machines.toSorted((first) => (first.drives ? -1 : 1));
  if (process.env['UNPUSH_SCALE_STRICT'] === '1') {
    const figures = { redisMb, idle, driver: driver?.peakBytes, worker: worker?.peakBytes, ended };
    process.stderr.write(`${JSON.stringify(figures)}\n`);
  }
  // The same however many targets: what has ended is kept by number
  expect(redisMb).toBeLessThan(8);
});
