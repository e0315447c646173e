import {
  type AppName,
  type Emulator,
  type EmulatorOptions,
  type MpaasApp,
  createEmulator,
} from '../../src/index.ts';
import { type Acs3Order, signAcs3 } from './sign-acs3.ts';
import { signRpc } from './sign-rpc.ts';
import { type StillClock, stillClock } from './still-clock.ts';

export interface MpaasAnswered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Parameters of a request. `undefined` takes one away. */
export type Given = Readonly<Record<string, string | undefined>>;

/** One thing changed about an otherwise good request. */
export interface MpaasChange extends Partial<Acs3Order> {
  readonly action?: string;
  readonly version?: string;
  readonly date?: string;
  readonly nonce?: string;
  readonly securityToken?: string;
}

/** An emulator with one app, and a client that makes good requests unless told otherwise. */
export interface MpaasBench {
  readonly emulator: Emulator;
  readonly app: MpaasApp;
  readonly name: AppName;
  readonly clock: StillClock;
  /** Signed the newer way, the parameters in the body. */
  call(action: string, given?: Given, change?: MpaasChange): Promise<MpaasAnswered>;
  request(action: string, given?: Given, change?: MpaasChange): Request;
  /** Signed the older way. */
  callRpc(action: string, given?: Given, change?: RpcChange): Promise<MpaasAnswered>;
  revoke(given?: Given, change?: MpaasChange): Promise<MpaasAnswered>;
}

/** What may be changed of a request of the older signature. */
export interface RpcChange {
  readonly method?: 'GET' | 'POST';
  /** Of those in the query. */
  readonly common?: Given;
  readonly accessKeySecret?: string;
  /** Sent along, and not signed. */
  readonly headers?: Readonly<Record<string, string>>;
}

const HOST = 'https://mpaas.cn-hangzhou.aliyuncs.com/';

export function setUpMpaas(options: EmulatorOptions = {}): MpaasBench {
  const clock = stillClock();
  const emulator = createEmulator({ clock, ...options });
  const app = emulator.mpaas.createApp({
    appId: 'ONEX570DA89211721',
    workspaceId: 'test',
    accessKey: { accessKeyId: 'testid', accessKeySecret: 'testsecret' },
  });
  const { appId, workspaceId } = app;
  const name = { appId, workspaceId };
  let running = 0;
  const now = () => new Date(clock.wall()).toISOString().replace(/\.\d+/, '');
  const nextNonce = () => {
    running += 1;
    return `nonce-${running}`;
  };

  const request = (action: string, given: Given = {}, change: MpaasChange = {}): Request => {
    const { url = HOST, method = 'POST' } = change;
    const body = change.body ?? formOf({ AppId: appId, WorkspaceId: workspaceId, ...given });
    const headers = signAcs3({
      url,
      method,
      body,
      accessKeyId: change.accessKeyId ?? 'testid',
      accessKeySecret: change.accessKeySecret ?? 'testsecret',
      ...(change.unsigned === undefined ? {} : { unsigned: change.unsigned }),
      ...(change.list === undefined ? {} : { list: change.list }),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-acs-action': change.action ?? action,
        'x-acs-version': change.version ?? '2020-10-28',
        'x-acs-date': change.date ?? now(),
        'x-acs-signature-nonce': change.nonce ?? nextNonce(),
        'x-acs-security-token': change.securityToken,
        ...change.headers,
      },
    });
    return new Request(url, { method, headers, ...(method === 'GET' ? {} : { body }) });
  };
  const call = async (action: string, given?: Given, change?: MpaasChange) =>
    read(await emulator.fetch(request(action, given, change)));

  return {
    emulator,
    app,
    name,
    clock,
    request,
    call,
    callRpc: async (action, given = {}, change = {}) => {
      const { method = 'POST', accessKeySecret = 'testsecret' } = change;
      const own = defined({ AppId: appId, WorkspaceId: workspaceId, ...given });
      const common = defined({
        Action: action,
        Format: 'json',
        Version: '2020-10-28',
        Timestamp: now(),
        SignatureNonce: nextNonce(),
        SignatureMethod: 'HMAC-SHA1',
        SignatureVersion: '1.0',
        AccessKeyId: 'testid',
        ...change.common,
      });
      const Signature = signRpc(method, { ...common, ...own }, accessKeySecret);
      const query = { Signature, ...common, ...(method === 'GET' ? own : {}) };
      const form = { 'content-type': 'application/x-www-form-urlencoded' };
      return read(
        await emulator.fetch(
          new Request(`${HOST}?${formOf(query)}`, {
            method,
            ...(method === 'GET' ? {} : { body: formOf(own) }),
            headers: { ...(method === 'GET' ? {} : form), ...change.headers },
          }),
        ),
      );
    },
    revoke: (given, change) =>
      call('RevokePushMessage', { MessageId: '1578807462788', TargetId: 'device1', ...given }, change),
  };
}

function formOf(given: Given): string {
  return new URLSearchParams(defined(given)).toString();
}

function defined(given: Given): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

async function read(response: Response): Promise<MpaasAnswered> {
  const { status, headers } = response;
  const text = await response.text();
  const isJson = (headers.get('content-type') ?? '').startsWith('application/json');
  return { status, headers, body: isJson ? (JSON.parse(text) as Record<string, unknown>) : {} };
}
