/** A recall under way, as answers have it. */
export const RECALL = {
  recallId: 'r-20261127-k3v9',
  app: 'shop',
  vendor: 'huawei',
  vendorApp: '104857600',
  selector: { notifyId: 3114932, pushType: 'notification' },
  endpoint: 'https://push-api.cloud.huawei.com',
  state: 'running',
  wanted: 'run',
  forgotten: false,
  targets: {
    read: 3200000,
    malformed: 2,
    duplicate: 41,
    accepted: 1600010,
    rejected: 12,
    unknown: 0,
    notAttempted: 1599935,
  },
  requests: { sent: 1604, retried: 3, throttled: 1 },
  codes: { '80000000': 1600010, '80300007': 12 },
  createdAt: '2026-11-27T02:04:11.000Z',
  startedAt: '2026-11-27T02:04:12.000Z',
  elapsedMs: 267000,
  remainingMs: 266000,
  targetsPerSecond: 6000,
  audit: [
    { at: '2026-11-27T02:04:11.000Z', action: 'start', by: 'oncall', reason: 'wrong price, incident 4711' },
  ],
};

/** It stands in the document once, and is led to from everywhere. */
export const RUNNING = { id: 'RunningRecall', summary: 'A recall under way.', value: RECALL };

/** A list of which a part is there. */
export const UPLOADING = {
  id: 'UploadingRecall',
  summary: 'A recall whose list is not complete.',
  value: {
    ...RECALL,
    state: 'uploading',
    targets: { ...RECALL.targets, accepted: 0, rejected: 0, notAttempted: 3199957 },
    requests: { sent: 0, retried: 0, throttled: 0 },
    codes: {},
    upload: { offset: 104857600, complete: false, underWay: false },
  },
};

export const APPS = {
  apps: [
    {
      name: 'shop',
      vendor: 'huawei',
      vendorApp: '104857600',
      scopes: ['start', 'read', 'stop'],
      selectorFields: ['notifyId', 'pushType'],
    },
  ],
};

export const START = {
  selector: { notifyId: 3114932 },
  targets: ['a push token', 'another push token'],
  reason: 'wrong price, incident 4711',
};

export const REPORT =
  '{"target":"a push token","outcome":"rejected","code":"80300007","reason":"All tokens are invalid"}\n';

export const EVENTS = `event: recall\ndata: {"recallId":"r-20261127-k3v9", …}\n\n`;
