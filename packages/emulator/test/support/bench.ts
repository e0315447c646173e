import {
  type Emulator,
  type EmulatorOptions,
  type HuaweiApp,
  type ServiceAccount,
  createEmulator,
} from '../../src/index.ts';
import { makeJwt } from './make-jwt.ts';
import { type StillClock, stillClock } from './still-clock.ts';

export interface Answered {
  readonly status: number;
  readonly code: string | undefined;
  readonly msg: string | undefined;
  readonly requestId: string | undefined;
  readonly headers: Headers;
}

/** One thing changed about an otherwise good request. */
export interface Change {
  readonly method?: string;
  readonly path?: string;
  /** Sent as it is; anything but a string is written as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly jwt?: string;
}

/** An emulator with one app, and a client that makes good requests unless told otherwise. */
export interface Bench {
  readonly emulator: Emulator;
  readonly app: HuaweiApp;
  readonly clock: StillClock;
  readonly jwt: string;
  revoke(change?: Change): Promise<Answered>;
  send(change?: Change): Promise<Answered>;
  request(change?: Change): Request;
}

/** One key for all tests of a file: making one takes a tenth of a second or more. */
let serviceAccount: ServiceAccount | undefined;

async function makeServiceAccount(): Promise<ServiceAccount> {
  const { huawei } = createEmulator();
  return (await huawei.createApp({ projectId: '101653523863785276' })).serviceAccount;
}

export async function setUp(options: EmulatorOptions = {}): Promise<Bench> {
  const clock = stillClock();
  const emulator = createEmulator({ clock, ...options });
  serviceAccount ??= await makeServiceAccount();
  const app = await emulator.huawei.createApp({ clientId: '110123456', serviceAccount });
  const jwt = makeJwt(app.serviceAccount, clock.wall());
  const request = (change: Change = {}): Request => {
    const { method = 'POST', path = '/v1/110123456/messages:revoke', body = REVOKE } = change;
    const wanted: Readonly<Record<string, string | undefined>> = {
      'content-type': 'application/json',
      authorization: `Bearer ${change.jwt ?? jwt}`,
      'push-type': '0',
      ...change.headers,
    };
    const headers = Object.entries(wanted).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    return new Request(`https://push-api.test${path}`, {
      method,
      headers,
      ...(method === 'GET' ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  };
  const call = async (change?: Change): Promise<Answered> => read(await emulator.fetch(request(change)));
  return {
    emulator,
    app,
    clock,
    jwt,
    revoke: call,
    send: (change) => call({ path: '/v3/101653523863785276/messages:send', body: SEND, ...change }),
    request,
  };
}

/** The request example of the vendor's page, byte for byte of its values. */
export const REVOKE = { notifyId: 3114932, token: ['pushToken1', 'pushToken2', 'pushToken3'] };

export const SEND = {
  payload: {
    notification: {
      category: 'MARKETING',
      title: 'Sale',
      body: 'Everything',
      clickAction: { actionType: 0 },
      notifyId: 7,
    },
  },
  target: { token: ['pushToken1'] },
};

async function read(response: Response): Promise<Answered> {
  const { status, headers } = response;
  const text = await response.text();
  const json =
    headers.get('content-type') === 'application/json' ? (JSON.parse(text) as Partial<Answered>) : {};
  return { status, headers, code: json.code, msg: json.msg, requestId: json.requestId };
}
