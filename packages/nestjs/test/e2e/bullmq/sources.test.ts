import { Injectable } from '@nestjs/common';
import type { PagedTargets, PageRequest, TargetPage } from '@unpush/recall';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TargetPages } from '../../../src/index.ts';
import { openMachine, startServers, type Servers } from '../../support/machines.ts';
import { MESSAGE_ID, SELECTOR, setStage } from '../../support/stage.ts';

// The programs, for `npm test`: startServer('redis-server'), startServer('postgres')
let servers: Servers;

beforeAll(async () => {
  servers = await startServers();
});
afterAll(() => servers[Symbol.asyncDispose]());

/** The rows of the team's own table, page by page. */
@TargetPages('audience')
@Injectable()
class Audience implements PagedTargets<{ readonly campaign: string }> {
  static rows: readonly string[] = [];
  static asked = new Set<string>();

  page({ cursor = '0', parameters }: PageRequest<{ readonly campaign: string }>): Promise<TargetPage> {
    Audience.asked.add(`${parameters.campaign} ${cursor}`);
    const start = Number(cursor);
    const next = start + 50 < Audience.rows.length ? { next: String(start + 50) } : {};
    return Promise.resolve({ targets: Audience.rows.slice(start, start + 50), ...next });
  }
}

it("reads targets from the team's own database, by cursor, where the request is made", async () => {
  await using stage = await setStage({ phones: 220 });
  Audience.rows = stage.tokens;
  const metadata = { providers: [Audience] };
  await using api = await openMachine(servers, stage, { name: 'pages', bull: { role: 'client' }, metadata });
  await using worker = await openMachine(servers, stage, { name: 'pages', metadata });
  const { recallId } = await api.recalls.start({
    selector: SELECTOR,
    pages: 'audience',
    parameters: { campaign: 'spring' },
    batchSize: 40,
  });
  Audience.asked.clear();
  const ended = await api.recalls.finished(recallId);
  expect(ended).toMatchObject({ state: 'finished', targets: { read: 220, accepted: 220 } });
  expect(stage.revoked()).toEqual(new Map(stage.tokens.map((token) => [token, 1])));
  // By the driver and by whoever sends: no list was copied
  expect([...Audience.asked].toSorted()).toEqual([
    'spring 0',
    'spring 100',
    'spring 150',
    'spring 200',
    'spring 50',
  ]);
  expect(worker.log.filter((line) => line.startsWith('error'))).toEqual([]);
});

it('sends one target in each request where the vendor takes no more', async () => {
  await using stage = await setStage({ phones: 60 });
  await using one = await openMachine(servers, stage, { name: 'mpaas', vendor: 'mpaas' });
  await using other = await openMachine(servers, stage, { name: 'mpaas', vendor: 'mpaas' });
  const { recallId } = await one.recalls.start({
    selector: { messageId: MESSAGE_ID },
    targets: stage.devices,
  });
  expect(await other.recalls.finished(recallId)).toMatchObject({
    state: 'finished',
    vendor: 'mpaas',
    targets: { read: 60, accepted: 60 },
    requests: { sent: 60 },
  });
  expect(stage.revokedDevices()).toEqual(new Set(stage.devices));
});
