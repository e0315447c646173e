import { batchOf } from '@unpush/core';
import { describe, expect, it } from 'vitest';
import {
  createHuaweiRevoker,
  createTokenSource,
  workerdSender,
  huaweiEndpoint,
  ServiceAccount,
} from '../../src/index.ts';
import { rsaKey } from '../support/rsa-key.ts';
import { openOutside } from '../support/scripted/open-outside.ts';
import { deadPort, type Script } from '../support/scripted/script.ts';
import { accountFile } from '../support/service-account.ts';

const tokens = createTokenSource({ account: new ServiceAccount(accountFile(await rsaKey(2048))) });
const send = workerdSender({ fetch: (url, init) => fetch(url, init), timeoutMs: 300 });

async function verdictAt(url: string): Promise<unknown> {
  const revoker = createHuaweiRevoker({ clientId: '104', tokens, send, endpoint: huaweiEndpoint({ url }) });
  const selector = { notifyId: 3114932, pushType: 'notification' } as const;
  const { advice, about, failure, httpStatus, mayHaveBeenReceived } = await revoker.attempt(
    selector,
    batchOf(['pushToken1']),
  );
  return { advice, about, failure, httpStatus, mayHaveBeenReceived };
}

const json = { 'content-type': 'application/json' };
const accepted = '{"code":"80000000","msg":"Success","requestId":"157000000000006"}';
const again = { advice: 'retry', about: 'vendor-fault', httpStatus: undefined, mayHaveBeenReceived: true };

/** What a recall at the edge is told of each exchange, from the signature to the verdict. */
describe('a revoke in workerd', () => {
  it.each<[string, Script, object]>([
    [
      'is accepted',
      { kind: 'answers', headers: json, body: accepted },
      { advice: 'done', about: 'success', httpStatus: 200, mayHaveBeenReceived: true },
    ],
    [
      'is slowed down by 503',
      { kind: 'answers', status: 503 },
      { advice: 'retry', about: 'quota', failure: 'unreadable', httpStatus: 503, mayHaveBeenReceived: false },
    ],
    [
      'may have been received where the network answers in the place of the vendor',
      { kind: 'answers', status: 522, headers: { 'content-type': 'text/html' }, body: '<html></html>' },
      { ...again, failure: 'html', httpStatus: 522 },
    ],
    [
      'may have been received before a reset',
      { kind: 'plays', steps: [{ then: 'reset' }] },
      { ...again, failure: 'reset' },
    ],
    [
      'may have been received before silence',
      { kind: 'plays', steps: [{ then: 'wait' }] },
      { ...again, failure: 'timeout' },
    ],
    [
      'may have been received before an answer that breaks off',
      {
        kind: 'plays',
        steps: [{ bytes: 'HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{"code":"8', then: 'end' }],
      },
      { ...again, failure: 'cut' },
    ],
  ])('%s', async (_what, script, verdict) => {
    await using server = await openOutside(script);
    expect(await verdictAt(server.url)).toEqual({ failure: undefined, ...verdict });
  });

  it('is taken for perhaps received where nobody listens, since that cannot be told from a reset', async () => {
    const url = `http://127.0.0.1:${await deadPort(openOutside)}`;
    expect(await verdictAt(url)).toEqual({ ...again, failure: 'reset' });
  });
});
