import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../support/recalls.ts';
import { MESSAGE_ID, setMpaasStage, TASK_ID } from './support/mpaas-stage.ts';
import {
  callMpaas,
  messageFlags,
  revokeMessage,
  spawnMpaas,
  taskFlags,
  withSummary,
} from './support/revoke-mpaas.ts';
import { expectNoMpaasSecretsInFiles } from './support/secrets.ts';

describe('unpush revoke --vendor mpaas --message-id', () => {
  it('takes the message back from each target of the list, and mPaaS itself agrees', async () => {
    await using stage = await setMpaasStage({ phones: 25 });
    const outputs = [
      '--report',
      stage.file('report.ndjson'),
      '--report-all',
      '--evidence',
      stage.file('evidence.ndjson'),
    ];
    const { exit, summary } = withSummary(
      await spawnMpaas(stage, [...messageFlags(stage), '--json', ...outputs]),
    );
    expect(exit).toBe(0);
    expect(summary).toMatchObject({
      vendor: 'mpaas',
      selector: { messageId: MESSAGE_ID },
      state: 'finished',
      targets: { read: 25, accepted: 25, rejected: 0, unknown: 0, notAttempted: 0 },
      requests: { sent: 25, retried: 0, throttled: 0 },
      codes: { OK: 25 },
    });
    expect(stage.revoked()).toEqual(new Map(stage.targets.map((target) => [target, 1])));
    const { stdout } = await callMpaas(stage, ['recalls', 'show', summary.recallId]);
    expect(stdout).toContain(`  notification  messageId ${MESSAGE_ID}\n`);
    expect(stdout).toContain(`  app           app ${stage.app.appId}, workspace default\n`);
    await expectNoMpaasSecretsInFiles(stage, { mayHoldTargets: ['targets.txt', 'report.ndjson'] });
  });

  it('rejects the targets that mPaaS refuses amidst others, and ends with 3', async () => {
    await using stage = await setMpaasStage({ phones: 30 });
    // The emulator answers 3028 to a target that the message was never sent to
    const strangers = ['stranger-a', 'stranger-b', 'stranger-c'];
    const targets = [...stage.targets.slice(0, 15), ...strangers, ...stage.targets.slice(15)];
    await stage.write('targets.txt', `${targets.join('\n')}\n`);
    const { exit, summary, stderr } = await revokeMessage(stage, ['--report', stage.file('left.ndjson')]);
    expect(exit).toBe(3);
    expect(summary).toMatchObject({ state: 'finished', targets: { read: 33, accepted: 30, rejected: 3 } });
    expect(summary.codes).toEqual({ OK: 30, 3028: 3 });
    expect(stderr).toContain('code 3028: 3 targets');
    const left = linesOf(await readFile(stage.file('left.ndjson'), 'utf8'));
    expect(left.map(({ target, outcome, code }) => [target, outcome, code])).toEqual(
      strangers.map((target) => [target, 'rejected', '3028']),
    );
    expect(new Set(stage.revoked().keys())).toEqual(new Set(stage.targets));
  });
});

describe('unpush revoke --vendor mpaas --task-id', () => {
  it('takes the task back as a whole, in one request and without a list', async () => {
    await using stage = await setMpaasStage();
    const { exit, summary } = withSummary(await spawnMpaas(stage, [...taskFlags(stage), '--json']));
    expect(exit).toBe(0);
    expect(summary).toMatchObject({
      selector: { taskId: TASK_ID },
      state: 'finished',
      targets: { read: 1, accepted: 1 },
      requests: { sent: 1 },
    });
    expect(stage.timesOfTask()).toBe(1);
    expect(stage.revoked().size).toBe(0);
  });

  it('says task, not target, and can be reported and verified', async () => {
    await using stage = await setMpaasStage();
    const evidence = stage.file('evidence.ndjson');
    const result = await callMpaas(stage, [...taskFlags(stage), '--evidence', evidence]);
    expect(result.stderr).toContain(
      `  notification  taskId ${TASK_ID}, batch push or broadcast, as a whole\n`,
    );
    expect(result.stderr).toContain('  targets       1 task of 1 read\n');
    expect(result.stderr).not.toContain('such as');
    expect(result.stdout).toContain('code OK: 1 task');
    const [recall] = JSON.parse((await callMpaas(stage, ['recalls', 'list', '--json'])).stdout) as [
      { recallId: string },
    ];
    const report = await callMpaas(stage, ['recalls', 'report', recall.recallId, '--all']);
    expect(linesOf(report.stdout)).toMatchObject([{ target: TASK_ID, outcome: 'accepted', code: 'OK' }]);
    const key = stage.file('evidence.key');
    await callMpaas(stage, ['recalls', 'evidence', recall.recallId, '--with-key', key]);
    const verified = await callMpaas(stage, ['verify', evidence, '--token', TASK_ID, '--evidence-key', key]);
    expect(verified.stdout).toContain('1 of 1 compared');
    expect(verified.exit).toBe(0);
    const list = await callMpaas(stage, ['verify', evidence, '--tokens', stage.list, '--evidence-key', key]);
    expect(list.exit).toBe(2);
    expect(list.stderr).toContain(
      'the recall read no list, but --tokens names one: give what it had on the command line, a target or the id of its task, with --token ID',
    );
  });

  it('ends with 4 where there is no such task', async () => {
    await using stage = await setMpaasStage();
    const flags = ['revoke', ...stage.flags, '--task-id', '99999999', '--confirm', '99999999', '--json'];
    const { exit, summary, stderr } = withSummary(await callMpaas(stage, flags));
    expect(exit).toBe(4);
    expect(summary).toMatchObject({
      state: 'stopped',
      targets: { notAttempted: 1 },
      stoppedBy: { code: '3028' },
    });
    const told = stderr.replaceAll(/\s+/g, ' ');
    expect(told).toContain('The task was refused: a wrong app or workspace id or taskId.');
    expect(told).toContain(
      'Going on keeps the app, workspace and tenant, the notification and the endpoint.',
    );
    expect(told).not.toContain('--keep-going');
  });
});
