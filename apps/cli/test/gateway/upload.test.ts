import type { IncomingMessage } from 'node:http';
import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { targetsOf } from '@unpush/recall';
import type { RecallAnswer } from '../../src/gateway/client/api.ts';
import { openGateway } from '../../src/gateway/client/open-gateway.ts';
import { partsOf } from '../../src/gateway/upload/parts.ts';
import { sendList } from '../../src/gateway/upload/send-list.ts';
import type { Sent } from '../../src/gateway/upload/upload.ts';
import { callGateway, KEY } from './support/call-gateway.ts';
import { ID, recallAnswer } from './support/answers.ts';
import { json, problem, startFaultServer, type FaultServer, type Handler } from './support/fault-server.ts';

/** What goes wrong with the n-th request that carries a part, counted from 0. */
type Fault =
  /** The connection breaks after so many bytes of the part. */
  | { readonly at: number; readonly cutAfter: number }
  /** All was taken in, and the answer is lost. */
  | { readonly at: number; readonly lostAnswer: true }
  | { readonly at: number; readonly status: number };

/** What has arrived of a list, to the end of its last whole line. */
interface Taken {
  text: string;
  isComplete: boolean;
}

/** Takes a list in by the contract, with faults. */
function listTaker(
  faults: readonly Fault[],
  { before = '', mayRead = true }: { readonly before?: string; readonly mayRead?: boolean } = {},
): { readonly taken: Taken; readonly handle: Handler } {
  const taken: Taken = { text: before, isComplete: false };
  let at = -1;
  const handle: Handler = async (request, response) => {
    const { method, url = '', headers } = request;
    if (method === 'HEAD') {
      response.writeHead(204, {
        'Upload-Offset': Buffer.byteLength(taken.text),
        'Upload-Complete': taken.isComplete ? '?1' : '?0',
      });
      response.end();
      return;
    }
    if (method === 'GET') {
      if (url !== '/v1/apps' && !mayRead) json(response, 403, problem('forbidden', 403));
      else json(response, 200, url === '/v1/apps' ? APPS : recallAnswer({ state: 'waiting' }));
      return;
    }
    at += 1;
    const fault = faults.find((candidate) => candidate.at === at);
    if (fault !== undefined && 'status' in fault) {
      request.resume();
      json(response, fault.status, problem('internal-error', fault.status));
      return;
    }
    const offset = Buffer.byteLength(taken.text);
    if (method === 'PATCH' && headers['upload-offset'] !== String(offset)) {
      request.resume();
      json(response, 409, { ...problem('upload-offset', 409), offset });
      return;
    }
    const cutAfter = fault !== undefined && 'cutAfter' in fault ? fault.cutAfter : undefined;
    const body = await readUpTo(request, cutAfter);
    const came = cutAfter === undefined ? body : body.slice(0, body.lastIndexOf('\n') + 1);
    // What comes again under the same key is compared, and goes on behind what is there
    taken.text += method === 'POST' ? came.slice(taken.text.length) : came;
    if (cutAfter === undefined) taken.isComplete = headers['upload-complete'] === '?1';
    if (fault !== undefined) response.destroy();
    else json(response, 202, answerTo(taken));
  };
  return { taken, handle };
}

function answerTo({ text, isComplete }: Taken): RecallAnswer {
  if (isComplete) return recallAnswer({ state: 'waiting' });
  const upload = { offset: Buffer.byteLength(text), complete: false, underWay: false };
  return recallAnswer({ state: 'uploading', upload });
}

async function readUpTo(request: IncomingMessage, most = Infinity): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request) {
    pieces.push(piece as Buffer); // no encoding is set
    length += pieces.at(-1)!.length;
    if (length >= most) break;
  }
  return Buffer.concat(pieces).subarray(0, most).toString();
}

const APPS = {
  apps: [
    { name: 'shop', vendor: 'huawei', scopes: ['start', 'read'], selectorFields: ['notifyId', 'pushType'] },
  ],
};

const TARGETS = Array.from({ length: 10_000 }, (_, index) => `token-${String(index).padStart(5, '0')}`);
const WHOLE = TARGETS.map((target) => `"${target}"\n`).join('');

async function upload(server: FaultServer): Promise<Sent> {
  const { url } = server;
  const place = { url, host: new URL(url).host, isLoopback: true, app: 'shop', settings: {} };
  await using gateway = await openGateway(place, { env: { UNPUSH_GATEWAY_KEY: KEY } });
  const { signal } = new AbortController();
  return await sendList({
    gateway,
    query: { notifyId: 3114932 },
    idempotencyKey: 'one',
    // 14 bytes a line, 1000 lines at a time: parts of 28,000 bytes
    parts: partsOf(targetsOf(TARGETS, { dedupe: false }), { signal, partBytes: 30_000 }),
    length: WHOLE.length,
    perseverance: { signal, say: () => undefined },
    onProgress: () => undefined,
  });
}

describe('a list on its way to a gateway', () => {
  it.each<[string, readonly Fault[]]>([
    ['nothing goes wrong', []],
    ['the connection breaks in the first part', [{ at: 0, cutAfter: 20_000 }]],
    ['the connection breaks in the middle of a line', [{ at: 2, cutAfter: 20_003 }]],
    ['the connection breaks before anything has arrived', [{ at: 1, cutAfter: 0 }]],
    ['the connection breaks again and again', [1, 2, 3].map((at) => ({ at, cutAfter: 5_000 * at }))],
    ['the answer to a part is lost', [{ at: 1, lostAnswer: true }]],
    ['the answer to the last part is lost', [{ at: 4, lostAnswer: true }]],
    ['the gateway is not itself for a moment', [{ at: 3, status: 503 }]],
  ])('arrives whole, once and in order, though %s', async (_what, faults) => {
    const { taken, handle } = listTaker(faults);
    await using server = await startFaultServer(handle);
    expect(await upload(server)).toMatchObject({ recallId: ID, answer: { state: 'waiting' } });
    expect(taken.isComplete).toBe(true);
    expect(taken.text === WHOLE).toBe(true);
  });

  it('goes on where an earlier call of the same command has come to', async () => {
    const { taken, handle } = listTaker([], { before: WHOLE.slice(0, 70_000) });
    await using server = await startFaultServer(handle);
    await upload(server);
    expect(taken.text === WHOLE).toBe(true);
    // The second part is 28000 to 57344, and is there already; a source gives 4096 targets at a time
    expect(
      server.heard.map(({ method, headers }) => [
        method,
        headers['upload-offset'] ?? headers['upload-complete'],
      ]),
    ).toEqual([
      ['POST', '?0'],
      ['PATCH', '70000'],
      ['PATCH', '85344'],
      ['PATCH', '114688'],
    ]);
  });

  it('arrives by a key that may not read, though the answer to the last part is lost', async () => {
    const { taken, handle } = listTaker([{ at: 4, lostAnswer: true }], { mayRead: false });
    await using server = await startFaultServer(handle);
    const { recallId, answer } = await upload(server);
    expect({ recallId, answer }).toEqual({ recallId: ID, answer: undefined });
    expect(taken.text === WHOLE).toBe(true);
  });

  it('is not gone on with where somebody else has sent to it', async () => {
    const { taken, handle } = listTaker([]);
    await using server = await startFaultServer(async (request, response) => {
      if (request.method === 'PATCH') taken.text = '"of somebody else"\n';
      await handle(request, response);
    });
    await expect(upload(server)).rejects.toThrow(
      `the list of recall ${ID} stands at 19 bytes at the gateway, where 28000 to 57344 were to be`,
    );
  });

  it('waits at the gateway where another recall of the notification was faster', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'unpush-upload-'));
    const list = join(folder, 'tokens.txt');
    await writeFile(
      list,
      Array.from({ length: 9000 }, (_, index) => `${'x'.repeat(1000)}${index}\n`).join(''),
    );
    const { handle } = listTaker([]);
    await using server = await startFaultServer(async (request, response) => {
      if (request.method !== 'PATCH') {
        await handle(request, response);
        return;
      }
      request.resume();
      json(response, 409, { ...problem('recall-exists', 409), recallId: 'r-other' });
    });
    const args = ['start', '--notify-id', '1', '--tokens', list, '--confirm', '1'];
    const { exit, stderr } = await callGateway(server.url, args);
    expect(exit).toBe(4);
    expect(stderr).toContain(`unpush recalls show r-other --gateway ${server.url} --app shop\n`);
    expect(stderr).toContain(`The list of recall ${ID} is complete at the gateway, and waits`);
    expect(stderr).toContain(`unpush recalls resume ${ID} --gateway ${server.url} --app shop --again\n`);
    await rm(folder, { recursive: true });
  });

  it('stops at Ctrl-C, and says how to go on and how to drop it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'unpush-upload-'));
    const list = join(folder, 'tokens.txt');
    await writeFile(
      list,
      Array.from({ length: 9000 }, (_, index) => `${'x'.repeat(1000)}${index}\n`).join(''),
    );
    let interrupt = (): void => undefined;
    const { handle } = listTaker([]);
    await using server = await startFaultServer(async (request, response) => {
      if (request.method === 'PATCH') interrupt();
      else await handle(request, response);
    });
    const { exit, stdout, stderr } = await callGateway(
      server.url,
      ['start', '--notify-id', '1', '--tokens', list, '--confirm', '1', '--idempotency-key', 'a b'],
      {
        onInterrupt: (callback) => {
          interrupt = callback;
          return () => undefined;
        },
      },
    );
    expect({ exit, stdout }).toEqual({ exit: 4, stdout: '' });
    expect(stderr).toContain(`The list of recall ${ID} is not complete at the gateway: nothing was sent`);
    expect(stderr).toContain("the same command with --idempotency-key 'a b'\n");
    expect(stderr).toContain(`Drop it: unpush recalls forget ${ID} --gateway ${server.url} --app shop\n`);
    await rm(folder, { recursive: true });
  });
});
