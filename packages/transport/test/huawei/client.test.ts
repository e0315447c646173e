import { CredentialError, InvalidRequestError, NoAnswerError, VendorError } from '@unpush/core';
import { describe, expect, it } from 'vitest';
import { createHuaweiClient, type HuaweiClientOptions, type HuaweiRevokeInput } from '../../src/index.ts';
import { letTimePass } from '../support/let-time-pass.ts';
import { manualClock, type ManualClock } from '../support/manual-clock.ts';
import { rsaKey } from '../support/rsa-key.ts';
import { answering, coded, type ScriptedSender } from '../support/scripted-sender.ts';
import { accountFile } from '../support/service-account.ts';

const file = accountFile(await rsaKey(2048));
const input = { notifyId: 3114932, tokens: ['pushToken1', 'pushToken2', 'pushToken3'] } as const;

interface World {
  readonly clock: ManualClock;
  readonly revoke: (request?: HuaweiRevokeInput) => Promise<unknown>;
}

/** A client whose waits pass by themselves. */
function world({ send }: ScriptedSender, options: Partial<HuaweiClientOptions> = {}): World {
  const clock = manualClock();
  const client = createHuaweiClient({
    serviceAccount: file,
    clientId: '104',
    send,
    clock,
    random: () => 0,
    ...options,
  });
  return {
    clock,
    revoke: (request = input) => letTimePass(clock, () => client.revoke(request)),
  };
}

async function errorOf(answers: ScriptedSender, options?: Partial<HuaweiClientOptions>): Promise<Error> {
  const error: unknown = await world(answers, options)
    .revoke()
    .catch((reason: unknown) => reason);
  if (!(error instanceof Error)) throw new Error('was accepted');
  return error;
}

describe('a single revoke', () => {
  it('resolves with what was accepted', async () => {
    await expect(world(answering(coded('80000000'))).revoke()).resolves.toEqual({
      requestId: '1690000000001701',
      code: '80000000',
      accepted: 3,
      rejected: [],
    });
  });

  it('names the tokens that were refused though the request was accepted', async () => {
    const message = '{"illegalTokens":{"tokenFormatError":["pushToken2"]},"success":2,"failure":1}';
    await expect(world(answering(coded('80100020', { message }))).revoke()).resolves.toMatchObject({
      code: '80100020',
      accepted: 2,
      rejected: [{ token: 'pushToken2', reason: 'tokenFormatError' }],
    });
  });

  it('takes the notifyId 0, and push types by name or number', async () => {
    const answers = answering(coded('80000000'));
    const { revoke } = world(answers);
    await revoke({ notifyId: 0, pushType: 2, tokens: ['a'] });
    await revoke({ notifyId: 0, pushType: 'extension', tokens: ['a'] });
    await revoke({ notifyId: 0, tokens: ['a'] });
    expect(answers.requests.map(({ headers }) => headers['push-type'])).toEqual(['2', '2', '0']);
    expect(new TextDecoder().decode(answers.requests[0]?.body)).toBe('{"notifyId":0,"token":["a"]}');
  });

  it('names every field that is wrong, and sends nothing', async () => {
    const answers = answering(coded('80000000'));
    const { revoke } = world(answers);
    const wrong = { notifyId: -1, pushType: 'voip', tokens: ['a b'] } as unknown as HuaweiRevokeInput; // as plain JavaScript may pass it
    const error: unknown = await revoke(wrong).catch((reason: unknown) => reason);
    expect(InvalidRequestError.isInstance(error) && error.problems.map(({ field }) => field)).toEqual([
      'notifyId',
      'pushType',
      'tokens.0',
    ]);
    expect(answers.requests).toEqual([]);
  });

  it('tries again after a fault, and then is accepted', async () => {
    const answers = answering({ status: 502 }, coded('80000001', { status: 500 }), coded('80000000'));
    await expect(world(answers).revoke()).resolves.toMatchObject({ accepted: 3 });
    expect(answers.requests).toHaveLength(3);
  });

  it('signs a fresh token when the one in use is refused', async () => {
    const answers = answering(coded('80200005', { status: 401 }), coded('80000000'));
    await expect(world(answers).revoke()).resolves.toMatchObject({ accepted: 3 });
    const [first, second] = answers.requests.map(({ headers }) => headers['authorization']);
    expect(first).not.toBe(second);
  });
});

describe('a single revoke that fails', () => {
  it('says what the vendor said, what to do, and under which request id', async () => {
    const error = await errorOf(
      answering(coded('80300032', { message: 'No permission to revoke messages.' })),
    );
    expect(VendorError.isInstance(error) && [error.vendorCode, error.requestId, error.entry?.advice]).toEqual(
      ['80300032', '1690000000001701', 'stop'],
    );
    expect(error.message).toBe(
      'Huawei did not accept the revoke: 80300032 (No permission to revoke messages.). Repeating it does not help: check in AppGallery Connect that Push Kit is on and that this app may revoke. Request id: 1690000000001701. More: unpush explain 80300032',
    );
  });

  it.each([
    ['80100001', 'The request is wrong as it is: correct what the message names.'],
    ['80300017', 'At least one token is not of this app, and none was taken'],
    ['80300007', 'Not one token was taken: check that they are current and of this very app.'],
    ['80300010', 'It takes fewer tokens in one request: send fewer at a time.'],
    ['99999999', 'The request is wrong as it is'],
  ])('says what to do about %s', async (code, remedy) => {
    const error = await errorOf(answering(coded(code)));
    expect(VendorError.isInstance(error)).toBe(true);
    expect(error.message).toContain(`Huawei did not accept the revoke: ${code} (words). ${remedy}`);
  });

  it('says how many tokens the vendor takes, if the vendor says so', async () => {
    const error = await errorOf(
      answering(coded('80300010', { message: 'token count should within 1 and 500.' })),
    );
    expect(error.message).toContain('It takes at most 500 tokens in one request');
  });

  it('masks tokens that the vendor quotes', async () => {
    const token = 'MAAAAAB3xYkQw9zLongTokenOfAPhone0123456789';
    const error = await errorOf(answering(coded('80100003', { message: `Illegal payload, ${token}` })));
    expect(error.message).not.toContain(token);
    expect(error.message).toContain('MAAAAA…6789');
  });

  it('stops when a fresh token is refused as well, and speaks of the clock', async () => {
    const expired = coded('80200005', { status: 401, headers: { date: 'Thu, 01 Jan 2026 02:00:00 GMT' } });
    const answers = answering(expired);
    const error = await errorOf(answers);
    expect(answers.requests).toHaveLength(2);
    expect(error.message).toContain("this machine's clock is right (it is 7200 s behind the vendor's).");
  });

  it('gives up on flow control when the time is up, and says that nothing was taken back', async () => {
    const error = await errorOf(answering({ status: 503 }), {
      retry: { withinMs: 5000, baseMs: 1000 },
      random: () => 1,
    });
    expect(VendorError.isInstance(error) && [error.entry?.code, error.verdict.mayHaveBeenReceived]).toEqual([
      '503',
      false,
    ]);
    expect(error.message).toMatch(
      /^Huawei did not accept the revoke: HTTP 503 .*flow control was still at work/,
    );
  });

  it('throws NoAnswerError when no answer came, with its cause and all doubts', async () => {
    const lost = new NoAnswerError('The connection broke. push.example may have received the request.', {
      failure: 'reset',
      mayHaveBeenReceived: true,
      cause: new Error('ECONNRESET'),
    });
    const refused = new NoAnswerError('No connection.', {
      failure: 'refused',
      mayHaveBeenReceived: false,
    });
    const error = await errorOf(answering(lost, refused));
    expect(
      NoAnswerError.isInstance(error) && [error.failure, error.mayHaveBeenReceived, error.cause],
    ).toEqual(['refused', true, refused]);
    expect(error.message).toBe('No connection. Tried 4 times. An attempt may have been received.');
  });

  it('says that nothing was taken back where no attempt can have been received', async () => {
    const refused = new NoAnswerError('No connection.', { failure: 'refused', mayHaveBeenReceived: false });
    const error = await errorOf(answering(refused));
    expect(error.message).toBe('No connection. Tried 4 times. Nothing was taken back.');
  });

  it('does not say that none was taken of a partial success without a list', async () => {
    const error = await errorOf(answering(coded('80100020')));
    expect(VendorError.isInstance(error) && error.verdict.mayHaveBeenReceived).toBe(true);
    expect(error.message).toContain('Some tokens may have been taken and others not');
    expect(error.message).not.toContain('none was taken');
  });

  it('throws NoAnswerError for a page where the vendor should be', async () => {
    const page = { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Sign in</html>' };
    const error = await errorOf(answering(page));
    expect(NoAnswerError.isInstance(error) && [error.failure, error.mayHaveBeenReceived]).toEqual([
      'html',
      true,
    ]);
    expect(error.message).toContain(
      'is a web page (HTTP 200): a proxy, a captive portal or a wrong endpoint',
    );
  });

  it('stops at a stranger’s certificate without another attempt', async () => {
    const tls = new NoAnswerError('unknown authority', { failure: 'tls', mayHaveBeenReceived: false });
    const answers = answering(tls);
    expect(NoAnswerError.isInstance(await errorOf(answers))).toBe(true);
    expect(answers.requests).toHaveLength(1);
  });

  it('rejects with the signal’s reason, also while the sender waits', async () => {
    const stop = new AbortController();
    const client = createHuaweiClient({
      serviceAccount: file,
      clientId: '104',
      send: (_request, { signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () =>
            reject(new NoAnswerError('given up', { failure: 'aborted', mayHaveBeenReceived: true })),
          );
          stop.abort('enough');
        }),
    });
    await expect(client.revoke(input, { signal: stop.signal })).rejects.toBe('enough');
  });

  it('ends in time when the sender never answers', async () => {
    const client = createHuaweiClient({
      serviceAccount: file,
      clientId: '104',
      retry: { withinMs: 100 },
      send: (_request, { signal }) =>
        new Promise((_resolve, reject) => {
          const givenUp = new NoAnswerError('given up', { failure: 'aborted', mayHaveBeenReceived: true });
          signal?.addEventListener('abort', () => reject(givenUp));
        }),
    });
    const error: unknown = await client.revoke(input).catch((reason: unknown) => reason);
    expect(NoAnswerError.isInstance(error) && [error.failure, error.mayHaveBeenReceived]).toEqual([
      'timeout',
      true,
    ]);
  });
});

describe('a client', () => {
  const { send } = answering(coded('80000000'));

  it('is not made with a key file, client id or endpoint that cannot be', () => {
    expect(() => createHuaweiClient({ serviceAccount: '{}', clientId: '104', send })).toThrow(
      CredentialError,
    );
    expect(() => createHuaweiClient({ serviceAccount: file, clientId: '', send })).toThrow(
      InvalidRequestError,
    );
    expect(() =>
      createHuaweiClient({ serviceAccount: file, clientId: '1', send, endpoint: 'http://push.example' }),
    ).toThrow('endpoint: must begin with https://');
  });

  it('has the port for recalls, on the same credential', async () => {
    const answers = answering(coded('80000000'));
    const client = createHuaweiClient({ serviceAccount: file, clientId: '104', send: answers.send });
    await client.revoke(input);
    const { batchOf } = await import('@unpush/core');
    await client.revoker.attempt({ notifyId: 1, pushType: 'notification' }, batchOf(['a']));
    const [first, second] = answers.requests.map(({ headers }) => headers['authorization']);
    expect(first).toBe(second);
  });
});
