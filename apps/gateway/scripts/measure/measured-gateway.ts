import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { createEmulator } from '@unpush/emulator';
import { startEmulator } from '@unpush/emulator/node';
import { startWorkerd, type RunningWorkerd } from './workerd.ts';
import type { Part } from './random-list.ts';

export const APP = 'shop';

/** Making a part keeps this process busy: it is to learn first of connections that were closed meanwhile. */
const SETTLED_MS = 20;

/** A gateway in a workerd of its own, and a vendor behind it that takes whatever it is sent. */
export interface MeasuredGateway extends AsyncDisposable {
  readonly workerd: RunningWorkerd;
  /** Calls the gateway with its key, reads the answer to its end, and throws where it is none of 2xx. */
  readonly call: (path: string, init?: RequestInit) => Promise<Called>;
  /** Calls it and leaves the answer as it is. */
  readonly open: (path: string, init?: RequestInit) => Promise<Response>;
  /** Lets the isolate collect its garbage, where V8 was started with `--expose-gc`. */
  readonly collect: () => Promise<void>;
  /** Lets the object have an alarm, and waits for its end. */
  readonly alarm: () => Promise<void>;
  /** For comparison: a Worker, and an object, that do nothing. */
  readonly nothing: () => Promise<void>;
  readonly nothingByObject: () => Promise<void>;
}

/** What came back. */
export interface Called {
  readonly bytes: number;
  readonly text: () => string;
  readonly headers: Headers;
}

/** How the gateway is set up. */
export interface Setup {
  readonly vendor: 'huawei' | 'mpaas';
  readonly folder: string;
  readonly requestsPerAlarm: number;
}

/** Starts both. The vendor speaks plain HTTP: what TLS takes is nothing of the Worker's. */
export async function startGateway({ vendor, folder, requestsPerAlarm }: Setup): Promise<MeasuredGateway> {
  const emulator = createEmulator({
    huawei: { unknownTokens: 'accept' },
    mpaas: { unknownMessage: '100', nonceSeconds: 60 },
    rememberStrangers: false,
  });
  const running = await startEmulator({ emulator });
  const { app, secret } = await appAt(emulator, vendor, running.url);
  const key = randomBytes(32).toString('base64url');
  const sha256 = createHash('sha256').update(key).digest('hex');
  const workerd = await startWorkerd({
    entry: 'worker/gateway.ts',
    folder,
    options: {
      durableObjects: {
        RECALLS: { className: 'RecallObject', useSQLite: true },
        NOTHING: { className: 'EmptyObject', useSQLite: true },
      },
      ratelimits: { FAILED_ATTEMPTS: { namespace_id: '1001', simple: { limit: 1_000_000, period: 60 } } },
      bindings: {
        APPS: { [APP]: { ...app, endpoint: running.url, quota: 100_000_000 } },
        KEYS: [{ id: 'oncall', sha256, apps: '*', scopes: ['start', 'read', 'stop'] }],
        LIMITS: { requestsPerAlarm },
        SECRET: secret,
      },
    },
  });
  const open: MeasuredGateway['open'] = async (path, init = {}) => {
    const headers = new Headers(init.headers);
    if (!headers.has('Authorization')) headers.set('Authorization', `Bearer ${key}`);
    return fetch(new URL(`/v1/apps/${APP}${path}`, workerd.url), { ...init, headers });
  };
  const measure = async (what: string): Promise<void> => {
    const answer = await fetch(workerd.url, { headers: { Measure: what } });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${what}: ${String(answer.status)}`);
  };
  return {
    workerd,
    open,
    async call(path, init) {
      const answer = await open(path, init);
      const bytes = Buffer.from(await answer.arrayBuffer());
      if (!answer.ok) throw new Error(`${path}: ${String(answer.status)} ${bytes.toString()}`);
      return { bytes: bytes.length, text: () => bytes.toString(), headers: answer.headers };
    },
    async collect() {
      await wait(SETTLED_MS);
      await measure('collect');
    },
    alarm: () => measure('alarm'),
    nothing: () => measure('nothing'),
    nothingByObject: () => measure('nothing-by-object'),
    async [Symbol.asyncDispose]() {
      await workerd[Symbol.asyncDispose]();
      await running.close();
    },
  };
}

type Emulator = ReturnType<typeof createEmulator>;

async function appAt(
  { huawei, mpaas }: Emulator,
  vendor: Setup['vendor'],
  endpoint: string,
): Promise<{ readonly app: object; readonly secret: string }> {
  if (vendor === 'huawei') {
    const { clientId, serviceAccount } = await huawei.createApp();
    huawei.setQuota(clientId, { devicesPerSecond: 1_000_000_000 });
    const app = { vendor, clientId, serviceAccount: 'SECRET', endpoint };
    return { app, secret: JSON.stringify(serviceAccount) };
  }
  const { accessKey, appId, workspaceId } = mpaas.createApp();
  const app = { vendor, appId, workspaceId, accessKey: 'SECRET', endpoint };
  return { app, secret: JSON.stringify(accessKey) };
}

/** The selector as a query has it; another number is another notification. */
export const selectorOf = (vendor: Setup['vendor'], number = 7): string =>
  vendor === 'huawei' ? `notifyId=${String(number)}` : `messageId=${String(1_578_807_462_788 + number)}`;

/** Begins an upload, or a recall where the part is the only one, and gives its id. */
export async function begin(
  gateway: MeasuredGateway,
  query: string,
  { body, isLast }: Part,
): Promise<string> {
  await wait(SETTLED_MS);
  const { text } = await gateway.call(`/recalls?${query}`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain', 'Upload-Complete': isLast ? '?1' : '?0' },
    body,
  });
  // The cast: the contract says so
  return (JSON.parse(text()) as { readonly recallId: string }).recallId;
}

/** Sends one more part. */
export async function goOn(
  gateway: MeasuredGateway,
  recallId: string,
  { body, isLast }: Part,
): Promise<void> {
  await wait(SETTLED_MS);
  const path = `/recalls/${recallId}/targets`;
  const { headers } = await gateway.call(path, { method: 'HEAD' });
  await gateway.call(path, {
    method: 'PATCH',
    headers: {
      'Content-Type': 'text/plain',
      'Upload-Offset': headers.get('Upload-Offset') ?? '0',
      'Upload-Complete': isLast ? '?1' : '?0',
    },
    body,
  });
}
