import type { RecallAnswer } from '../../../src/gateway/client/api.ts';

export const ID = 'r-4f21c09ab3';

/** A recall of three tokens that has finished, or one that differs from it. */
export const recallAnswer = (other: Partial<RecallAnswer> = {}): RecallAnswer => ({
  recallId: ID,
  app: 'shop',
  vendor: 'huawei',
  vendorApp: '104012345',
  selector: { notifyId: 3114932, pushType: 'notification' },
  endpoint: 'https://push-api.cloud.huawei.com',
  state: 'finished',
  wanted: 'run',
  forgotten: false,
  targets: {
    read: 3,
    malformed: 0,
    duplicate: 0,
    accepted: 3,
    rejected: 0,
    unknown: 0,
    notAttempted: 0,
  },
  requests: { sent: 1, retried: 0, throttled: 0 },
  codes: { '80000000': 3 },
  evidenceHead: 'a'.repeat(64),
  createdAt: '2026-11-27T02:00:00.000Z',
  startedAt: '2026-11-27T02:00:01.000Z',
  finishedAt: '2026-11-27T02:00:02.000Z',
  elapsedMs: 1000,
  audit: [{ at: '2026-11-27T02:00:00.000Z', action: 'start', by: 'key oncall', reason: 'INC-2041' }],
  ...other,
});

/** The same under way, with so many accepted. */
export const running = (accepted: number): RecallAnswer => {
  const answer = recallAnswer();
  const { recallId, app, vendor, vendorApp, selector, endpoint, wanted, forgotten } = answer;
  const { requests, createdAt, elapsedMs, audit, targets } = answer;
  return {
    ...{ recallId, app, vendor, vendorApp, selector, endpoint, wanted, forgotten },
    ...{ requests, createdAt, elapsedMs, audit },
    state: 'running',
    targets: { ...targets, accepted, notAttempted: 3 - accepted },
    codes: accepted === 0 ? {} : { '80000000': accepted },
  };
};
