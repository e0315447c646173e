import { describe, expect, it } from 'vitest';
import type { Fault, MpaasBehaviourOptions } from '@unpush/emulator';
import { setMpaasStage } from './support/mpaas-stage.ts';
import { callMpaas, revokeMessage, taskFlags, withSummary } from './support/revoke-mpaas.ts';

/** Where a code stands, and in which form, no page of the vendor's says of a revoke's answer. */
const WRITTEN: readonly MpaasBehaviourOptions[] = (
  ['result-msg', 'result-message', 'result-code'] as const
).flatMap((codePlacement) => (['code', 'name'] as const).map((codeForm) => ({ codePlacement, codeForm })));

describe('a refused target', () => {
  it.each(WRITTEN)('is rejected by its code however the answer is written: %o', async (mpaas) => {
    await using stage = await setMpaasStage({ phones: 12, emulator: { mpaas } });
    await stage.write('targets.txt', `${[...stage.targets, 'stranger'].join('\n')}\n`);
    const { exit, summary } = await revokeMessage(stage);
    expect(exit).toBe(3);
    expect(summary).toMatchObject({ targets: { accepted: 12, rejected: 1 }, codes: { OK: 12, 3028: 1 } });
  });

  it('is rejected on whichever HTTP status', async () => {
    await using stage = await setMpaasStage({ phones: 12, emulator: { mpaas: { failureStatus: 400 } } });
    await stage.write('targets.txt', `${[...stage.targets, 'stranger'].join('\n')}\n`);
    expect((await revokeMessage(stage)).summary).toMatchObject({ targets: { accepted: 12, rejected: 1 } });
  });
});

describe('an answer that is lost or cannot be read, once', () => {
  it.each<readonly [string, Fault['action']]>([
    ['a reset before', { type: 'reset', when: 'before' }],
    ['a reset after', { type: 'reset', when: 'after' }],
    ['half an answer', { type: 'truncate' }],
    ['a page of a proxy', { type: 'non-json', status: 502 }],
    ['a service that is not there', { type: 'code', code: 'ServiceUnavailable' }],
    ['a nonce that was seen', { type: 'code', code: 'SignatureNonceUsed' }],
  ])('is asked for again, and accepted: %s', async (_what, action) => {
    await using stage = await setMpaasStage({ phones: 12 });
    const target = String(stage.targets.at(-2));
    stage.running.emulator.faults.set([{ match: { target }, times: 1, action }]);
    const { exit, summary } = await revokeMessage(stage);
    expect(summary).toMatchObject({ state: 'finished', targets: { accepted: 12, unknown: 0 } });
    expect(summary.requests.retried).toBe(1);
    expect(exit).toBe(0);
    expect(stage.countRevoked()).toBe(12);
  });
});

describe('an answer that never comes', () => {
  it('leaves its target unknown, and --retry-unknown tries it again', async () => {
    await using stage = await setMpaasStage({ phones: 12 });
    const target = String(stage.targets.at(-1));
    stage.running.emulator.faults.set([{ match: { target }, action: { type: 'reset', when: 'after' } }]);
    const { exit, summary } = await revokeMessage(stage);
    expect(exit).toBe(3);
    expect(summary).toMatchObject({ state: 'finished', targets: { accepted: 11, unknown: 1 } });
    stage.running.emulator.faults.set([]);
    const again = withSummary(
      await callMpaas(stage, ['recalls', 'resume', summary.recallId, '--retry-unknown', '--json']),
    );
    expect(again.exit).toBe(0);
    expect(again.summary).toMatchObject({ targets: { accepted: 12, unknown: 0 } });
  });
});

describe('a task that was taken back, though the answer was lost and the repeat refused', () => {
  it('ends as unknown, and the recall is finished', async () => {
    await using stage = await setMpaasStage({ emulator: { mpaas: { repeatedRevoke: '3028' } } });
    stage.running.emulator.faults.set([{ times: 1, action: { type: 'reset', when: 'after' } }]);
    const { exit, summary } = withSummary(await callMpaas(stage, [...taskFlags(stage), '--json']));
    expect(summary).toMatchObject({ state: 'finished', targets: { unknown: 1, notAttempted: 0 } });
    expect(exit).toBe(3);
    expect(stage.timesOfTask()).toBe(1);
  });
});

describe('stale targets at the top of the list', () => {
  it('stop a recall, and are passed over with --keep-going', async () => {
    await using stage = await setMpaasStage({ phones: 30 });
    const stale = Array.from({ length: 15 }, (_, index) => `gone-${index}`);
    await stage.write('targets.txt', `${[...stale, ...stage.targets].join('\n')}\n`);
    const first = await revokeMessage(stage);
    expect(first.exit).toBe(4);
    expect(first.summary).toMatchObject({ stoppedBy: { cause: 'nothing-accepted' }, requests: { sent: 10 } });
    const again = withSummary(
      await callMpaas(stage, ['recalls', 'resume', first.summary.recallId, '--keep-going', '--json']),
    );
    expect(again.exit).toBe(3);
    expect(again.summary).toMatchObject({ state: 'finished', targets: { accepted: 30, rejected: 15 } });
  });
});

describe('the console’s switch, turned off on the way', () => {
  it('stops the recall, which goes on once it is on again', async () => {
    await using stage = await setMpaasStage({ phones: 12 });
    const { appId, workspaceId } = stage.app;
    const { mpaas } = stage.running.emulator;
    mpaas.setPushApi({ appId, workspaceId }, 'off');
    const { exit, summary, stderr } = await revokeMessage(stage);
    expect(exit).toBe(4);
    expect(summary).toMatchObject({ stoppedBy: { cause: 'refused', code: '3032' }, requests: { sent: 1 } });
    expect(stderr).toContain('console');
    mpaas.setPushApi({ appId, workspaceId }, 'on');
    expect((await callMpaas(stage, ['recalls', 'resume', summary.recallId])).exit).toBe(0);
    expect(stage.countRevoked()).toBe(12);
  });
});
