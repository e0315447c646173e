import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecallPage } from '../public/api/types.d.ts';
import { runCli, startCli } from './support/cli.ts';
import { startGateway, type GatewayUnderTest } from './support/gateway.ts';

const LONG_MS = 180_000;

/** As many as make three parts of 8 MiB. */
const PHONES = 160_000;

describe('unpush at a gateway', () => {
  let gateway: GatewayUnderTest;
  let list: string;
  beforeAll(async () => {
    gateway = await startGateway({
      phones: PHONES,
      app: { quota: 40_000 },
      keys: { dashboard: { apps: ['shop'], scopes: ['read'] } },
    });
    list = join(gateway.folder, 'tokens.txt');
    await writeFile(list, [...gateway.scene.tokens, 'nobody', 'two words'].join('\n'));
  }, LONG_MS);
  afterAll(() => gateway[Symbol.asyncDispose]());

  const file = (name: string): string => join(gateway.folder, name);
  const recallsOf = async (app = 'shop'): Promise<RecallPage['recalls']> => {
    const page = (await (await gateway.call(`/v1/apps/${app}/recalls`)).json()) as RecallPage; // the contract says so
    return page.recalls;
  };

  it(
    'begins a recall once though it is killed in the upload, and watches it to its end though it is killed there',
    async () => {
      const { scene } = gateway;
      const { huawei } = scene.running.emulator;
      const { clientId, notifyId } = scene;
      const words = ['recalls', 'start', '--notify-id', String(notifyId), '--confirm', String(notifyId)];
      const start = [
        ...words,
        '--tokens',
        list,
        '--reason',
        'wrong price',
        '--idempotency-key',
        'incident-1',
      ];

      const first = startCli(gateway, start);
      await first.said(/^Sent 8,/m);
      first.child.kill('SIGKILL');
      expect((await first.ended).signal).toBe('SIGKILL');
      const [uploading, ...others] = await recallsOf();
      expect([uploading?.state, others]).toEqual(['uploading', []]);
      expect(huawei.revocations({ clientId, notifyId }).count).toBe(0);
      const id = uploading?.recallId ?? '';

      const second = startCli(gateway, start);
      await gateway.until(id, ({ targets }) => targets.accepted > 0);
      second.child.kill('SIGKILL');
      await second.ended;
      expect((await gateway.readRecall(id)).state).toBe('running');

      const watched = await runCli(gateway, ['recalls', 'watch', id, '--json']);
      expect(watched.exit).toBe(3);
      const told: unknown = JSON.parse(watched.stdout);
      expect(told).toMatchObject({
        recallId: id,
        state: 'finished',
        targets: { read: 160_001, accepted: 160_000, rejected: 1, unknown: 0, notAttempted: 0 },
      });
      expect(await recallsOf()).toHaveLength(1);
      expect(huawei.revocations({ clientId, notifyId }).count).toBe(160_000);

      const reported = await runCli(gateway, ['recalls', 'report', id, '--report', file('left.ndjson')]);
      expect(reported.exit).toBe(0);
      expect(JSON.parse(await readFile(file('left.ndjson'), 'utf8'))).toMatchObject({
        target: 'nobody',
        outcome: 'rejected',
        code: '80100020',
      });

      const evidence = [file('evidence.ndjson'), '--with-key', file('evidence.key')];
      expect((await runCli(gateway, ['recalls', 'evidence', id, ...evidence])).exit).toBe(0);
      const verify = ['verify', file('evidence.ndjson'), '--evidence-key', file('evidence.key'), '--json'];
      const verified = await runCli(gateway, [...verify, '--tokens', list]);
      expect([verified.exit, verified.stderr]).toEqual([0, '']);
      expect(JSON.parse(verified.stdout)).toMatchObject({
        sealed: true,
        problems: [],
        targets: { read: 160_001, accepted: 160_000, rejected: 1 },
        compared: { covered: 160_001, mismatched: 0 },
      });

      await writeFile(file('other.txt'), 'somebody\n');
      const foreign = await runCli(gateway, [...verify, '--tokens', file('other.txt')]);
      expect(foreign.exit).toBe(5);
      const text = await readFile(file('evidence.ndjson'), 'utf8');
      await writeFile(file('evidence.ndjson'), text.replace('wrong price', 'right price'));
      expect((await runCli(gateway, ['verify', file('evidence.ndjson')])).exit).toBe(5);
    },
    LONG_MS,
  );

  it(
    'stops a recall, goes on with it, and deletes its targets',
    async () => {
      const { scene } = gateway;
      const { huawei } = scene.running.emulator;
      huawei.deliver({ clientId: scene.clientId, notifyId: 2, title: 'Oops' });
      await writeFile(file('some.txt'), scene.tokens.slice(0, 5000).join('\n'));
      huawei.setQuota(scene.clientId, { devicesPerSecond: 500 });
      const words = ['recalls', 'start', '--notify-id', '2', '--confirm', '2', '--tokens', file('some.txt')];
      const begun = await runCli(gateway, [...words, '--no-watch', '--json']);
      expect(begun.exit).toBe(0);
      const { recallId: id } = JSON.parse(begun.stdout) as { readonly recallId: string }; // as it is documented

      const again = await runCli(gateway, words);
      expect([again.exit, again.stdout]).toEqual([2, '']);
      expect(again.stderr).toContain(id);

      const stopped = await runCli(gateway, ['recalls', 'stop', id, '--reason', 'wrong list']);
      expect([stopped.exit, stopped.stdout]).toEqual([0, '']);
      expect(stopped.stderr).toContain(`unpush recalls resume ${id}`);
      const watched = await runCli(gateway, ['recalls', 'watch', id]);
      expect([watched.exit, watched.stdout]).toEqual([4, expect.stringContaining(`Recall ${id} stopped`)]);

      huawei.setQuota(scene.clientId, undefined);
      const outputs = ['--report', file('all.ndjson'), '--report-all', '--evidence', file('whole.ndjson')];
      const resumed = await runCli(gateway, ['recalls', 'resume', id, '--reason', 'after all', ...outputs]);
      expect(resumed.exit).toBe(0);
      expect((await readFile(file('all.ndjson'), 'utf8')).trimEnd().split('\n')).toHaveLength(5000);
      expect((await runCli(gateway, ['verify', file('whole.ndjson')])).exit).toBe(0);
      const shown = await runCli(gateway, ['recalls', 'show', id]);
      expect(shown.exit).toBe(0);
      for (const said of ['wrong list', 'after all', 'oncall']) expect(shown.stdout).toContain(said);

      expect((await runCli(gateway, ['recalls', 'forget', id, '--confirm', id])).exit).toBe(0);
      const gone = await runCli(gateway, ['recalls', 'report', id]);
      expect([gone.exit, gone.stdout]).toEqual([2, '']);
      expect(gone.stderr).toContain('HTTP 410');
      expect((await runCli(gateway, ['recalls', 'evidence', id])).stdout).toContain('after all');
    },
    LONG_MS,
  );

  it(
    'takes an mPaaS message back from its targets, and a task by its id alone',
    async () => {
      const { messageId, taskId, targets, ...name } = gateway.scene.bank;
      const { mpaas } = gateway.scene.running.emulator;
      await writeFile(file('devices.csv'), `user,device\n${targets.map((one) => `u,${one}`).join('\n')}\n`);
      const ofMessage = ['--message-id', messageId, '--confirm', messageId, '--tokens', file('devices.csv')];
      const bank = { app: 'bank' };
      const message = await runCli(
        gateway,
        ['recalls', 'start', ...ofMessage, '--column', 'device', '--json'],
        bank,
      );
      expect([message.exit, JSON.parse(message.stdout)]).toMatchObject([
        0,
        { vendor: 'mpaas', selector: { messageId }, targets: { read: 20, accepted: 20 } },
      ]);
      expect(mpaas.revocations({ ...name, messageId }).count).toBe(20);
      const { recallId: ofDevices } = JSON.parse(message.stdout) as { readonly recallId: string }; // the same
      const written = ['recalls', 'evidence', ofDevices, file('m.ndjson'), '--with-key', file('m.key')];
      expect((await runCli(gateway, written, bank)).exit).toBe(0);
      const csv = ['--tokens', file('devices.csv'), '--column', 'device', '--evidence-key', file('m.key')];
      const compared = await runCli(gateway, ['verify', file('m.ndjson'), ...csv]);
      expect([compared.exit, compared.stdout]).toEqual([0, expect.stringContaining('20 of 20 compared')]);

      const ofTask = ['--task-id', taskId, '--confirm', taskId, '--evidence', file('task.ndjson')];
      const task = await runCli(gateway, ['recalls', 'start', ...ofTask, '--json'], bank);
      expect(task.exit).toBe(0);
      const { recallId } = JSON.parse(task.stdout) as { readonly recallId: string }; // the same
      expect(mpaas.revocations({ ...name, taskId }).times(taskId)).toBe(1);
      const key = ['recalls', 'evidence', recallId, file('again.ndjson'), '--with-key', file('task.key')];
      expect((await runCli(gateway, key, bank)).exit).toBe(0);
      const compare = ['--token', taskId, '--evidence-key', file('task.key')];
      const verified = await runCli(gateway, ['verify', file('task.ndjson'), ...compare]);
      expect([verified.exit, verified.stderr]).toEqual([0, '']);
    },
    LONG_MS,
  );

  it(
    'ends with 2, and sends nothing, where it may not or was not meant',
    async () => {
      const before = (await recallsOf()).length;
      const start = ['recalls', 'start', '--notify-id', '9', '--tokens', file('tokens.txt')];
      const unconfirmed = await runCli(gateway, [...start, '--confirm', '8']);
      expect(unconfirmed.exit).toBe(2);
      const unknown = await runCli(gateway, [...start, '--confirm', '9'], { key: 'a-key-of-nobody' });
      expect(unknown.exit).toBe(2);
      expect(unknown.stderr).toContain('HTTP 401');
      expect(unknown.stderr).not.toContain('a-key-of-nobody');
      const reader = await runCli(gateway, [...start, '--confirm', '9'], {
        key: gateway.scene.keyOf('dashboard'),
      });
      expect(reader.exit).toBe(2);
      expect(reader.stderr).toContain('HTTP 403');
      const none = await runCli(gateway, ['recalls', 'show', 'r-none']);
      expect([none.exit, none.stdout]).toEqual([2, '']);
      const foreign = await runCli(gateway, [...start, '--confirm', '9'], { app: 'bank' });
      expect(foreign.exit).toBe(2);
      expect(await recallsOf()).toHaveLength(before);
    },
    LONG_MS,
  );
});
