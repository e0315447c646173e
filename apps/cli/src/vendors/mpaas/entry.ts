import type { VendorEntry } from '../vendor-entry.ts';

/** mPaaS, as each start of the program knows it. */
export const MPAAS: VendorEntry = {
  name: 'mPaaS',
  label: 'Alibaba Cloud mPaaS',
  selectorFlags: [
    {
      name: 'messageId',
      flag: '--message-id',
      argument: 'ID',
      about: "mPaaS: a simple or template push, by the sender's own id of it; with --tokens or --targets",
      isName: true,
    },
    {
      name: 'taskId',
      flag: '--task-id',
      argument: 'ID',
      about: 'mPaaS: a batch push or a broadcast as a whole, by its task id; without a list',
      isName: true,
    },
    {
      name: 'sentAt',
      flag: '--sent-at',
      argument: 'TIME',
      about:
        'mPaaS: when it was pushed, such as 2026-11-23T02:00:00+08:00 or in milliseconds since 1970; a revoke reaches 7 days back',
    },
  ],
  emulatorFlags: [
    {
      name: 'appId',
      flag: '--app-id',
      argument: 'ID',
      about: 'mPaaS: make an app with this AppId (repeatable; else one with a random one)',
      isRepeatable: true,
    },
    {
      name: 'workspaceId',
      flag: '--workspace-id',
      argument: 'ID',
      about: 'mPaaS: the workspace of the apps (default: "default")',
    },
    {
      name: 'messageId',
      flag: '--message-id',
      argument: 'ID',
      about: 'mPaaS: the id of the simple push that they show (default: "1578807462788")',
    },
    {
      name: 'taskId',
      flag: '--task-id',
      argument: 'ID',
      about: 'mPaaS: the id of the broadcast that they show (default: "20842863")',
    },
  ],
  token: { none: 'each request to it is signed by itself' },
  load: async () => (await import('./door.ts')).MPAAS_DOOR,
};
