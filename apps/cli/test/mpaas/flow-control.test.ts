import { describe, expect, it } from 'vitest';
import { setMpaasStage } from './support/mpaas-stage.ts';
import { revokeMessage } from './support/revoke-mpaas.ts';

describe('a gateway that throttles', () => {
  it.each([
    ['Throttling.User', {}],
    ['8011', { code: '8011' }],
  ])('finds its pace, and takes every target at last: %s', async (code, quota) => {
    await using stage = await setMpaasStage({ phones: 400 });
    const { appId, workspaceId } = stage.app;
    stage.running.emulator.mpaas.setQuota({ appId, workspaceId }, { requestsPerSecond: 100, ...quota });
    const { exit, summary } = await revokeMessage(stage);
    expect(exit).toBe(0);
    expect(summary.targets).toMatchObject({ accepted: 400, rejected: 0, unknown: 0, notAttempted: 0 });
    expect(summary.requests.throttled).toBeGreaterThan(0);
    expect(summary.codes).toEqual({ OK: 400 });
    expect(stage.revoked().size).toBe(400);
    const codes = stage.running.emulator.requests.list().map((request) => request.code);
    expect(codes).toContain(code);
  });

  it('without end pauses the recall, and nothing is called unknown', async () => {
    await using stage = await setMpaasStage({ phones: 3 });
    stage.running.emulator.faults.set([
      { match: { vendor: 'mpaas' }, action: { type: 'code', code: 'Throttling.User' } },
    ]);
    const { exit, summary } = await revokeMessage(stage, ['--give-up-after', '1s']);
    expect(exit).toBe(4);
    expect(summary).toMatchObject({
      state: 'paused',
      stoppedBy: { cause: 'throttled', code: 'Throttling.User' },
      targets: { accepted: 0, unknown: 0, notAttempted: 3 },
    });
  });
});
