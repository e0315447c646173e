import { mkdir, rm, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { call, listed, onlyRecall } from '../support/recalls.ts';
import { revokeFlags } from '../support/revoke.ts';
import { setStage } from '../support/stage.ts';

describe('unpush recalls list', () => {
  it('is empty where nothing was begun', async () => {
    await using stage = await setStage();
    const { exit, stdout, stderr } = await call(stage, ['recalls', 'list']);
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: '' });
    expect(stderr).toBe(
      `There is no recall in ${stage.file('.local/state/unpush')}. To look at a gateway, give --gateway URL or set UNPUSH_GATEWAY.\n`,
    );
    expect(await listed(stage)).toEqual([]);
  });

  it('is a table within 80 columns, the newest first', async () => {
    await using stage = await setStage({ phones: 1200 });
    stage.running.emulator.huawei.setBehaviour({ unknownTokens: 'accept' });
    await call(stage, await revokeFlags(stage));
    const other = (await revokeFlags(stage)).map((flag) => (flag === '3114932' ? '2147483647' : flag));
    await call(stage, [...other, '--push-type', 'extension']);
    const { stdout } = await call(stage, ['recalls', 'list']);
    const [heading, newest, oldest, ...others] = stdout.split('\n');
    expect(others).toEqual(['']);
    expect(heading).toMatch(/^RECALL {8}STATE {5}NOTIFICATION +ACCEPTED +LEFT {2}BEGUN$/);
    expect(newest).toMatch(
      /^r-[0-9a-f]{10} {2}\S+ +2147483647 ext +[\d,]+ +[\d,]+ {2}\d{4}-\d\d-\d\d \d\d:\d\d (?:UTC|[+-]\d\d:\d\d)$/,
    );
    expect(oldest).toMatch(
      /^r-[0-9a-f]{10} {2}finished {2}3114932 +1,200 +0 {2}\d{4}-\d\d-\d\d \d\d:\d\d (?:UTC|[+-]\d\d:\d\d)$/,
    );
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('holds so many at the most', async () => {
    await using stage = await setStage();
    await call(stage, await revokeFlags(stage));
    await call(stage, [...(await revokeFlags(stage)), '--again']);
    const { stdout } = await call(stage, ['recalls', 'list', '--json', '--limit', '1']);
    expect(JSON.parse(stdout)).toHaveLength(1);
    expect(await listed(stage)).toHaveLength(2);
  });

  it('prints the summaries as JSON', async () => {
    await using stage = await setStage();
    await call(stage, await revokeFlags(stage));
    expect(await listed(stage)).toMatchObject([
      {
        vendor: 'huawei',
        selector: { notifyId: 3114932, pushType: 'notification' },
        state: 'finished',
        targets: { read: 3, accepted: 3, notAttempted: 0 },
        requests: { sent: 1, retried: 0, throttled: 0 },
      },
    ]);
  });

  it('is not kept from the others by one that cannot be read', async () => {
    await using stage = await setStage();
    await call(stage, await revokeFlags(stage));
    await mkdir(stage.file('.local/state/unpush/r-0000'));
    await writeFile(stage.file('.local/state/unpush/r-0000/ledger.sqlite'), 'no database at all');
    const { exit, stdout, stderr } = await call(stage, ['recalls', 'list']);
    expect(exit).toBe(0);
    expect(stdout.split('\n')).toHaveLength(3);
    expect(stderr).toMatch(/^warning ledger .*r-0000: /);
    const [own = ''] = stdout.split('\n').slice(1);
    await rm(stage.file(`.local/state/unpush/${own.slice(0, 12)}`), { recursive: true });
    const broken = await call(stage, ['recalls', 'list']);
    expect(broken.stderr).not.toContain('There is no recall');
  });
});

describe('unpush recalls show', () => {
  it('tells what a recall is about, how it stands and how to go on', async () => {
    await using stage = await setStage({ phones: 12 });
    stage.running.emulator.faults.add({ skip: 1, times: 1, action: { type: 'code', code: '80300032' } });
    await call(stage, await revokeFlags(stage));
    const id = await onlyRecall(stage);
    const { exit, stdout } = await call(stage, ['recalls', 'show', id]);
    expect(exit).toBe(0);
    expect(stdout).toContain('  notification  notifyId 3114932, pushType notification\n');
    expect(stdout).toContain(`  app           client id ${stage.clientId}\n`);
    expect(stdout).toContain(`  from          ${stage.file('tokens.txt')} (txt, 12 entries)\n`);
    expect(stdout).toContain(`Recall ${id} stopped after `);
    expect(stdout).toMatch(/\n {2}not attempted +2 /);
    expect(stdout).toContain('(code 80300032, HTTP 400, requestId ');
    expect(stdout).toContain(`  unpush recalls resume ${id}\n`);
  });

  it('prints one JSON object with the facts', async () => {
    await using stage = await setStage();
    await call(stage, await revokeFlags(stage));
    const { stdout } = await call(stage, ['recalls', 'show', await onlyRecall(stage), '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      state: 'finished',
      app: stage.clientId,
      endpoint: stage.running.url,
      input: { dedupe: true, files: [{ path: stage.file('tokens.txt'), format: 'txt', read: 3 }] },
    });
  });

  it('finds a ledger by flag or by variable, and names it in what is to be pasted', async () => {
    await using stage = await setStage({ phones: 12 });
    stage.running.emulator.faults.add({ skip: 1, times: 1, action: { type: 'code', code: '80300032' } });
    const revoked = await call(stage, [...(await revokeFlags(stage)), '--ledger', stage.file('my ledger')]);
    const [, id = ''] = /Recall (r-\w+)/.exec(revoked.stderr) ?? [];
    expect(revoked.stdout).toContain(`unpush recalls resume ${id} --ledger '${stage.file('my ledger')}'\n`);
    const env = { UNPUSH_LEDGER: stage.file('my ledger') };
    const shown = await call(stage, ['recalls', 'show', id], { env });
    expect(shown.stdout).toContain(`  unpush recalls resume ${id} --ledger '${stage.file('my ledger')}'\n`);
    expect((await call(stage, ['recalls', 'show', id])).exit).toBe(2);
  });

  it('finds it by what was to be pasted, though a gateway is set', async () => {
    await using stage = await setStage({ phones: 12 });
    stage.running.emulator.faults.add({ skip: 1, times: 1, action: { type: 'code', code: '80300032' } });
    const env = { UNPUSH_GATEWAY: 'https://recall.example.com' };
    const revoked = await call(stage, await revokeFlags(stage), { env });
    const place = stage.file('.local/state/unpush');
    const [, id = ''] = /Recall (r-\w+)/.exec(revoked.stderr) ?? [];
    expect(revoked.stdout).toContain(`unpush recalls resume ${id} --ledger ${place}\n`);
    const resumed = await call(stage, ['recalls', 'resume', id, '--ledger', place], { env });
    expect(resumed.exit).toBe(0);
  });
});
