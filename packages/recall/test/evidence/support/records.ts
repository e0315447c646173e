import type {
  HeaderRecord,
  ReopenedRecord,
  SealRecord,
  SessionRecord,
  VerdictRecord,
} from '../../../src/evidence/record.ts';

const AT = '2026-03-01T02:00:00.000Z';

/** The header of a recall with so many targets to send. */
export const header = (targets: number, passedOver = { malformed: 0, duplicate: 0 }): HeaderRecord => ({
  type: 'header',
  format: 1,
  at: AT,
  recallId: 'r-1',
  vendor: 'huawei',
  app: '112233445',
  selector: { notifyId: 3114932, pushType: 0 },
  endpoint: 'https://push-api.cloud.huawei.com',
  input: {
    files: [],
    dedupe: true,
    totals: { read: targets + passedOver.malformed + passedOver.duplicate, ...passedOver },
  },
  versions: { unpush: '0.1.0' },
});

export const session = (more: Partial<SessionRecord> = {}): SessionRecord => ({
  type: 'session',
  at: AT,
  ...more,
});

export const reopened = (targets: ReopenedRecord['targets']): ReopenedRecord => ({
  type: 'reopened',
  at: AT,
  targets,
});

export const verdict = (more: Partial<VerdictRecord> & Pick<VerdictRecord, 'targets'>): VerdictRecord => ({
  type: 'verdict',
  batch: 1,
  attempt: 1,
  sentAt: AT,
  answeredAt: AT,
  advice: 'done',
  about: 'success',
  ...more,
});

export const end = { type: 'end', at: AT, state: 'stopped', stoppedBy: { cause: 'interrupt' } } as const;

/** A seal that fits a recall of so many targets, all accepted by so many requests; `more` replaces counts. */
export const seal = (
  targets: number,
  more: { targets?: Partial<SealRecord['targets']>; requests?: Partial<SealRecord['requests']> } = {},
): SealRecord => ({
  type: 'seal',
  at: AT,
  targets: {
    read: targets,
    malformed: 0,
    duplicate: 0,
    accepted: targets,
    rejected: 0,
    unknown: 0,
    notAttempted: 0,
    ...more.targets,
  },
  requests: { sent: 1, retried: 0, throttled: 0, ...more.requests },
});
