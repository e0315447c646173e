import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import { BullModule } from '@nestjs/bullmq';
import { verifyEvidenceFile } from '@unpush/recall/node';
import { Queue } from 'bullmq';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchesQueue, recallsQueue } from '../../../src/bullmq/index.ts';
import type { RecallStatus } from '../../../src/index.ts';
import { openMachine, startServers, type Servers } from '../../support/machines.ts';
import { SELECTOR, setStage, type Stage } from '../../support/stage.ts';

// The programs, for `npm test`: startServer('redis-server'), startServer('postgres')
let servers: Servers;

beforeAll(async () => {
  servers = await startServers();
});
afterAll(() => servers[Symbol.asyncDispose]());

const client = { role: 'client' } as const;
const DRIVES = 'log This process drives the recalls of app default from now on.';

const eachOnce = ({ tokens }: Stage) => new Map(tokens.map((token) => [token, 1]));

async function all(lines: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const line of lines) text += line;
  return text;
}

describe('a recall on a queue', () => {
  it('is started by one process, and worked on by another', async () => {
    await using stage = await setStage({ phones: 300 });
    await using api = await openMachine(servers, stage, { name: 'apart', bull: client });
    await using worker = await openMachine(servers, stage, { name: 'apart' });
    const { recallId } = await api.recalls.start({
      selector: SELECTOR,
      targets: stage.tokens,
      batchSize: 20,
    });
    const ended = await api.recalls.finished(recallId);
    expect(ended).toMatchObject({
      state: 'finished',
      targets: { read: 300, accepted: 300, notAttempted: 0 },
    });
    // The canary, and the rest in twenties
    expect(ended.requests).toEqual({ sent: 16, retried: 0, throttled: 0 });
    expect(stage.revoked()).toEqual(eachOnce(stage));
    expect(worker.log).toContain(DRIVES);
    expect(api.log).not.toContain(DRIVES);
  });

  it('tells of every target, and proves it, from any process', async () => {
    await using stage = await setStage({ phones: 50 });
    await using api = await openMachine(servers, stage, { name: 'report', bull: client });
    await using worker = await openMachine(servers, stage, { name: 'report' });
    const targets = [...stage.tokens, 'of-nobody'];
    const { recallId } = await api.recalls.start({ selector: SELECTOR, targets, batchSize: 20 });
    await api.recalls.finished(recallId);
    const report = await all(await api.recalls.report(recallId));
    expect(
      report
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      {
        target: 'of-nobody',
        outcome: 'rejected',
        code: '80300007',
        reason: 'tokenFormatError',
        requestId: expect.any(String) as string,
      },
    ]);
    expect((await all(await api.recalls.report(recallId, { all: true }))).trim().split('\n')).toHaveLength(
      51,
    );
    await stage.write('evidence.ndjson', await all(await api.recalls.evidence(recallId)));
    expect(await verifyEvidenceFile(stage.file('evidence.ndjson'))).toMatchObject({
      holds: true,
      sealed: true,
    });
    expect(worker.log).toContain(DRIVES);
  });

  it('tells how far it is while others work on it', async () => {
    await using stage = await setStage({ phones: 2000 });
    stage.running.emulator.huawei.setQuota(stage.huawei.clientId, { devicesPerSecond: 800 });
    await using api = await openMachine(servers, stage, { name: 'progress', bull: client });
    await using worker = await openMachine(servers, stage, { name: 'progress', app: { quota: 700 } });
    const { recallId } = await api.recalls.start({
      selector: SELECTOR,
      targets: stage.tokens,
      batchSize: 50,
    });
    const seen: RecallStatus[] = [];
    for await (const status of api.recalls.progress(recallId, { intervalMs: 200 })) seen.push(status);
    const accepted = seen.map(({ targets }) => targets.accepted);
    expect(accepted).toEqual(accepted.toSorted((one, other) => one - other));
    expect(new Set(accepted).size).toBeGreaterThan(4);
    expect(seen.some(({ remainingMs = 0 }) => remainingMs > 500)).toBe(true);
    expect(seen.at(-1)).toMatchObject({ state: 'finished', targets: { accepted: 2000 } });
    expect(worker.log).toContain(DRIVES);
  });

  it('is stopped from any process, and goes on when it is wanted again', async () => {
    await using stage = await setStage({ phones: 2000 });
    await using api = await openMachine(servers, stage, { name: 'stop', bull: client });
    await using worker = await openMachine(servers, stage, { name: 'stop', app: { quota: 500 } });
    const { recallId } = await api.recalls.start({
      selector: SELECTOR,
      targets: stage.tokens,
      batchSize: 50,
    });
    await expect.poll(() => stage.revoked().size, { timeout: 10_000 }).toBeGreaterThan(200);
    const stopped = await api.recalls.stop(recallId);
    expect(stopped).toMatchObject({ state: 'stopped', wanted: 'stop', stoppedBy: { cause: 'interrupt' } });
    const sofar = stage.revoked().size;
    expect(stopped.targets).toMatchObject({ accepted: sofar, notAttempted: 2000 - sofar });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(stage.revoked().size).toBe(sofar);
    expect(worker.log).toContain(DRIVES);
    await api.recalls.resume(recallId);
    expect(await api.recalls.finished(recallId)).toMatchObject({
      state: 'finished',
      targets: { accepted: 2000 },
    });
    expect(stage.revoked()).toEqual(eachOnce(stage));
  });

  it('ends early where the vendor refuses, and does not begin again by itself', async () => {
    await using stage = await setStage({ phones: 20 });
    stage.running.emulator.faults.add({ action: { type: 'code', code: '80300032' } });
    await using machine = await openMachine(servers, stage, { name: 'refused' });
    const { recallId } = await machine.recalls.start({ selector: SELECTOR, targets: stage.tokens });
    expect(await machine.recalls.finished(recallId)).toMatchObject({
      state: 'stopped',
      wanted: 'stop',
      stoppedBy: { cause: 'refused', code: '80300032' },
    });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(stage.running.emulator.requests.list()).toHaveLength(1);
  });

  it('goes to another process within a second when the one that drives it shuts down', async () => {
    await using stage = await setStage({ phones: 3000 });
    await using first = await openMachine(servers, stage, { name: 'handover', app: { quota: 1000 } });
    const { recallId } = await first.recalls.start({
      selector: SELECTOR,
      targets: stage.tokens,
      batchSize: 50,
    });
    await expect.poll(() => stage.revoked().size, { timeout: 10_000 }).toBeGreaterThan(200);
    await using second = await openMachine(servers, stage, { name: 'handover', app: { quota: 1000 } });
    await first[Symbol.asyncDispose]();
    const sofar = stage.revoked().size;
    expect(sofar).toBeLessThan(3000);
    await expect.poll(() => stage.revoked().size, { timeout: 1000, interval: 20 }).toBeGreaterThan(sofar);
    expect(await second.recalls.finished(recallId)).toMatchObject({
      state: 'finished',
      targets: { accepted: 3000, unknown: 0 },
    });
    expect(stage.revoked()).toEqual(eachOnce(stage));
  });

  it('shares the pace with the other recalls of its app', async () => {
    await using stage = await setStage({ phones: 600 });
    const { huawei } = stage.running.emulator;
    const { clientId } = stage.huawei;
    huawei.deliver({ clientId, notifyId: 7, title: 'wrong, too' });
    await using one = await openMachine(servers, stage, { name: 'fair', app: { quota: 400 } });
    await using other = await openMachine(servers, stage, { name: 'fair', app: { quota: 400 } });
    const order = { targets: stage.tokens, batchSize: 20 };
    const startedAt = performance.now();
    const [first, second] = await Promise.all([
      one.recalls.start({ ...order, selector: SELECTOR }),
      other.recalls.start({ ...order, selector: { notifyId: 7 } }),
    ]);
    await Promise.all([one.recalls.finished(first.recallId), other.recalls.finished(second.recallId)]);
    // 1200 targets by 400 a second, of which nothing is saved up
    expect(performance.now() - startedAt).toBeGreaterThan(2700);
    expect(huawei.revocations({ clientId, notifyId: 7 }).count).toBe(600);
    expect(stage.revoked().size).toBe(600);
  });
});

describe('the queue of the team', () => {
  it('is that of BullModule.forRoot, where no other is given', async () => {
    await using stage = await setStage({ phones: 5 });
    const { host, port } = servers.redis;
    await using machine = await openMachine(servers, stage, {
      name: 'team',
      isTeams: true,
      metadata: { imports: [BullModule.forRoot({ connection: { host, port }, prefix: 'of-the-team' })] },
    });
    const { recallId } = await machine.recalls.start({ selector: SELECTOR, targets: stage.tokens });
    await machine.recalls.finished(recallId);
    const queue = new Queue(recallsQueue('default'), { connection: { host, port }, prefix: 'of-the-team' });
    expect(await queue.getJob(recallId)).toMatchObject({ name: 'recall', data: { recallId } });
    await queue.close();
  });

  it('shows its recalls in a dashboard that knows nothing of them', async () => {
    await using stage = await setStage({ phones: 60 });
    const { host, port } = servers.redis;
    await using machine = await openMachine(servers, stage, { name: 'board' });
    const { recallId } = await machine.recalls.start({
      selector: SELECTOR,
      targets: stage.tokens,
      batchSize: 20,
    });
    await machine.recalls.finished(recallId);
    const place = { connection: { host, port }, prefix: 'board' };
    const queues = [recallsQueue('default'), batchesQueue('default')].map((name) => new Queue(name, place));
    const adapter = new ExpressAdapter();
    createBullBoard({
      queues: queues.map((queue) => new BullMQAdapter(queue)),
      // The cast: its own types do not hold under exactOptionalPropertyTypes
      serverAdapter: adapter as unknown as Parameters<typeof createBullBoard>[0]['serverAdapter'],
    });
    // The cast: what it calls any is an application of Express
    const server = createServer(adapter.getRouter() as RequestListener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const { port: at } = server.address() as AddressInfo;
      const shown = async () => {
        const answer = await fetch(
          `http://127.0.0.1:${at}/api/queues?activeQueue=unpush-recalls-default&status=completed`,
        );
        const { queues: listed } = (await answer.json()) as {
          queues: {
            name: string;
            jobs: { id: string; name: string; progress: unknown; returnValue: unknown }[];
          }[];
        };
        return listed.find(({ name }) => name === 'unpush-recalls-default')?.jobs;
      };
      await expect.poll(shown, { timeout: 5000 }).toMatchObject([
        {
          id: recallId,
          name: 'recall',
          progress: { percent: 100, summary: { state: 'finished' } },
          returnValue: { state: 'finished', targets: { accepted: 60 } },
        },
      ]);
      const job = await queues[0]!.getJob(recallId);
      // The canary of ten, two of twenty, and the last ten
      expect(Object.keys((await job?.getChildrenValues()) ?? {})).toHaveLength(4);
    } finally {
      server.close();
      await Promise.all(queues.map((queue) => queue.close()));
    }
  });
});
