import { batchOf, InvalidRequestError, NoAnswerError } from '@unpush/core';
import { describe, expect, it } from 'vitest';
import {
  createHuaweiRevoker,
  createTokenSource,
  huaweiEndpoint,
  ServiceAccount,
  type HuaweiRevokerOptions,
} from '../../src/index.ts';
import { manualClock } from '../support/manual-clock.ts';
import { rsaKey } from '../support/rsa-key.ts';
import { answering, coded, type Scripted, type ScriptedSender } from '../support/scripted-sender.ts';
import { accountFile } from '../support/service-account.ts';

const account = new ServiceAccount(accountFile(await rsaKey(2048)));
const selector = { notifyId: 3114932, pushType: 'extension' } as const;
const batch = batchOf(['pushToken1', 'pushToken2']);

function revokerOn({ send }: Pick<ScriptedSender, 'send'>, options: Partial<HuaweiRevokerOptions> = {}) {
  const clock = options.clock ?? manualClock();
  const tokens = createTokenSource({ account, clock });
  return { tokens, revoker: createHuaweiRevoker({ clientId: '104', tokens, send, clock, ...options }) };
}

describe('the revoker of Huawei', () => {
  it('sends one request below the endpoint, signed with the token in use', async () => {
    const sender = answering(coded('80000000'));
    const endpoint = huaweiEndpoint({ url: 'https://gateway.example/huawei/' });
    const { revoker, tokens } = revokerOn(sender, { endpoint });
    await revoker.attempt(selector, batch);
    const { jwt } = await tokens.current();
    expect(
      sender.requests.map(({ body, ...rest }) => ({ ...rest, body: new TextDecoder().decode(body) })),
    ).toEqual([
      {
        method: 'POST',
        url: 'https://gateway.example/huawei/v1/104/messages:revoke',
        headers: { 'content-type': 'application/json', 'push-type': '2', authorization: `Bearer ${jwt}` },
        body: '{"notifyId":3114932,"token":["pushToken1","pushToken2"]}',
      },
    ]);
  });

  it('names the credential in its verdict', async () => {
    const { revoker, tokens } = revokerOn(answering(coded('80000000')));
    const verdict = await revoker.attempt(selector, batch);
    expect(verdict).toMatchObject({ advice: 'done', code: '80000000', requestId: '1690000000001701' });
    expect(verdict.credentialId).toBe((await tokens.current()).id);
  });

  it('gives a verdict for every answer, and never asks twice', async () => {
    const sender = answering({ status: 503 });
    const { revoker } = revokerOn(sender);
    await expect(revoker.attempt(selector, batch)).resolves.toMatchObject({
      advice: 'retry',
      about: 'quota',
      httpStatus: 503,
    });
    expect(sender.requests).toHaveLength(1);
  });

  it('gives a verdict for the want of an answer', async () => {
    const lost = new NoAnswerError('lost', { failure: 'reset', mayHaveBeenReceived: true });
    const { revoker, tokens } = revokerOn(answering(lost));
    await expect(revoker.attempt(selector, batch)).resolves.toMatchObject({
      advice: 'retry',
      failure: 'reset',
      mayHaveBeenReceived: true,
      credentialId: (await tokens.current()).id,
    });
  });

  it('tells the vendor’s wish to wait, by the vendor’s own clock', async () => {
    const headers = { date: 'Thu, 01 Jan 2026 00:01:40 GMT', 'retry-after': 'Thu, 01 Jan 2026 00:01:47 GMT' };
    const { revoker } = revokerOn(answering({ status: 503, headers }));
    // The clock of the test stands at 00:00:00
    await expect(revoker.attempt(selector, batch)).resolves.toMatchObject({
      retryAfterMs: 7000,
      clockSkewMs: 100_000,
    });
  });

  it('measures a wish to wait by our clock where the answer has no date', async () => {
    const headers = { 'retry-after': 'Thu, 01 Jan 2026 00:00:09 GMT' };
    const { revoker } = revokerOn(answering({ status: 503, headers }));
    const verdict = await revoker.attempt(selector, batch);
    expect(verdict.retryAfterMs).toBe(9000);
    expect(verdict).not.toHaveProperty('clockSkewMs');
  });

  it('measures the clocks against the middle of the exchange', async () => {
    const clock = manualClock();
    const { send } = answering(coded('80200005', { headers: { date: 'Thu, 01 Jan 2026 00:00:00 GMT' } }));
    const slow: ScriptedSender['send'] = async (request, options) => {
      await clock.advance(4000);
      return send(request, options);
    };
    const { revoker } = revokerOn({ send: slow }, { clock });
    await expect(revoker.attempt(selector, batch)).resolves.toMatchObject({
      advice: 'renew',
      clockSkewMs: -2000,
    });
  });

  it('renews the refused credential, once', async () => {
    const { revoker, tokens } = revokerOn(answering(coded('80200005', { status: 401 })));
    const { credentialId } = await revoker.attempt(selector, batch);
    await revoker.renewCredential(credentialId ?? 'none');
    const fresh = await tokens.current();
    expect(fresh.id).not.toBe(credentialId);
    await revoker.renewCredential(credentialId ?? 'none');
    expect((await tokens.current()).id).toBe(fresh.id);
  });

  it('says aborted, certainly not received, if the signal had aborted before', async () => {
    const sender = answering(coded('80000000'));
    const { revoker } = revokerOn(sender);
    await expect(revoker.attempt(selector, batch, { signal: AbortSignal.abort() })).resolves.toMatchObject({
      failure: 'aborted',
      mayHaveBeenReceived: false,
    });
    expect(sender.requests).toEqual([]);
  });

  it('does not wait for a signature that the caller has given up', async () => {
    const stop = new AbortController();
    const tokens = { current: () => new Promise<never>(() => undefined), renew: () => Promise.resolve() };
    const { revoker } = revokerOn(answering(), { tokens });
    const verdict = revoker.attempt(selector, batch, { signal: stop.signal });
    stop.abort();
    await expect(verdict).resolves.toMatchObject({ failure: 'aborted', mayHaveBeenReceived: false });
  });

  it('throws for what may not be sent', async () => {
    const sender = answering(coded('80000000'));
    const { revoker } = revokerOn(sender);
    await expect(revoker.attempt({ notifyId: -1, pushType: 'notification' }, batch)).rejects.toSatisfy(
      (error) => InvalidRequestError.isInstance(error),
    );
    await expect(revoker.attempt(selector, batchOf([]))).rejects.toThrow(
      'tokens: must be 1 to 1000 tokens a request',
    );
    expect(sender.requests).toEqual([]);
  });

  it('throws what a sender throws against its promise: that is a bug, not an answer', async () => {
    const { revoker } = revokerOn(answering(new TypeError('a bug')));
    await expect(revoker.attempt(selector, batch)).rejects.toThrow('a bug');
  });

  it('takes up to 1000 tokens a request, or as few as it is told', () => {
    expect(revokerOn(answering()).revoker.batchSize).toBe(1000);
    expect(revokerOn(answering(), { batchSize: 500 }).revoker.batchSize).toBe(500);
    for (const batchSize of [0, 1001, 1.5, Number.NaN]) {
      expect(() => revokerOn(answering(), { batchSize })).toThrow(
        'batchSize: must be an integer from 1 to 1000, but is',
      );
    }
  });

  it('refuses a client id that would lead elsewhere', () => {
    expect(() => revokerOn(answering(), { clientId: '../v3/x' })).toThrow('clientId: must be the app');
  });
});

describe("the memory of a revoker's bodies", () => {
  /** The memory of each body, as numbers in the order in which they came up. */
  async function memoriesOf(...answers: readonly (Scripted | Error)[]): Promise<number[]> {
    const sender = answering(...answers);
    const { revoker } = revokerOn(sender);
    for (let attempt = 0; attempt < 3; attempt += 1) await revoker.attempt(selector, batch);
    const memories = sender.requests.map(({ body }) => body.buffer);
    return memories.map((memory) => memories.indexOf(memory));
  }

  it('is used again once a request was accepted', async () => {
    expect(await memoriesOf(coded('80000000'))).toEqual([0, 0, 0]);
  });

  it('is not used again after any other end: the body may still be on its way', async () => {
    const lost = new NoAnswerError('lost', { failure: 'reset', mayHaveBeenReceived: true });
    expect(await memoriesOf(lost)).toEqual([0, 1, 2]);
    expect(await memoriesOf({ status: 503 })).toEqual([0, 1, 2]);
    expect(await memoriesOf(coded('80300007', { status: 400 }))).toEqual([0, 1, 2]);
  });

  it('holds one request at a time', async () => {
    const bodies: Uint8Array[] = [];
    const answers = Promise.withResolvers<undefined>();
    const { send } = answering(coded('80000000'));
    const slow: ScriptedSender['send'] = async (request, options) => {
      bodies.push(request.body);
      await answers.promise;
      return send(request, options);
    };
    const { revoker } = revokerOn({ send: slow });
    const attempts = ['one', 'two', 'three'].map((token) => revoker.attempt(selector, batchOf([token])));
    await expect.poll(() => bodies.length).toBe(3);
    expect(bodies.map((body) => new TextDecoder().decode(body))).toEqual([
      '{"notifyId":3114932,"token":["one"]}',
      '{"notifyId":3114932,"token":["two"]}',
      '{"notifyId":3114932,"token":["three"]}',
    ]);
    answers.resolve(undefined);
    await Promise.all(attempts);
  });
});
