import { postgresStore } from '@unpush/recall/postgres';
import { startServer, type PostgresServer } from '@unpush/testing/servers';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop } from '../../support/open-module.ts';
import { SELECTOR, setStage } from '../../support/stage.ts';
import { waitFor } from '../../support/wait-for.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startServer('postgres');
});
afterAll(() => server.close());

const APP = { quota: 200 };

/** What a process has of PostgreSQL. */
function connect(schema: string) {
  const pool = new pg.Pool({ connectionString: server.url });
  pool.on('error', () => undefined);
  const options = { app: APP, ledger: () => postgresStore({ pool, schema, leaseMs: 1000, patienceMs: 500 }) };
  return { pool, options };
}

describe('two applications on one PostgreSQL, each of which works on recalls by itself', () => {
  it('stop what the other works on', async () => {
    await using stage = await setStage({ phones: 400 });
    const [one, two] = [connect('stop'), connect('stop')];
    const first = await openShop(stage, one.options);
    const second = await openShop(stage, two.options);
    const request = { selector: SELECTOR, targets: stage.tokens, batchSize: 10 };
    const { recallId } = await first.recalls.start(request);
    await waitFor(() => stage.revoked().size >= 20);
    const stopped = await second.recalls.stop(recallId);
    const sofar = stage.revoked().size;
    expect(stopped).toMatchObject({
      state: 'stopped',
      wanted: 'stop',
      stoppedBy: { cause: 'interrupt' },
      targets: { accepted: sofar },
    });
    expect(sofar).toBeLessThan(400);
    await Promise.all([first.module.close(), second.module.close()]);
    await Promise.all([one.pool.end(), two.pool.end()]);
  });

  it('take up what the other has left without letting go of it', async () => {
    await using stage = await setStage({ phones: 400 });
    const [one, two] = [connect('killed'), connect('killed')];
    const first = await openShop(stage, one.options);
    const request = { selector: SELECTOR, targets: stage.tokens, batchSize: 10 };
    const { recallId } = await first.recalls.start(request);
    await waitFor(() => stage.revoked().size >= 20);
    // As if it was killed
    await one.pool.end();
    const second = await openShop(stage, two.options);
    await waitFor(() => stage.revoked().size === 400);
    expect(await second.recalls.finished(recallId)).toMatchObject({ state: 'finished', wanted: 'run' });
    await first.module.close().catch(() => undefined);
    await second.module.close();
    await two.pool.end();
  });
});
