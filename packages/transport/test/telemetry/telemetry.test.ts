import { diag } from '@opentelemetry/api';
import { batchOf, NoAnswerError } from '@unpush/core';
import { describe, expect, it } from 'vitest';
import {
  createHuaweiRevoker,
  createTelemetry,
  createTokenSource,
  huaweiEndpoint,
  ServiceAccount,
  type EndedExchange,
} from '../../src/index.ts';
import { rsaKey } from '../support/rsa-key.ts';
import { otel, type Otel } from '../support/otel.ts';
import { answering, coded, type Scripted } from '../support/scripted-sender.ts';
import { accountFile } from '../support/service-account.ts';

const account = new ServiceAccount(accountFile(await rsaKey(2048)));
const selector = { notifyId: 3114932, pushType: 'notification' } as const;
const batch = batchOf(['pushToken1', 'pushToken2', 'pushToken3']);

async function observed(...answers: readonly (Scripted | Error)[]): Promise<Otel> {
  const sdk = otel();
  const revoker = createHuaweiRevoker({
    clientId: '104',
    tokens: createTokenSource({ account }),
    send: answering(...answers).send,
    endpoint: huaweiEndpoint({ url: 'https://gateway.example:8443/huawei' }),
    telemetry: createTelemetry(sdk.telemetry),
  });
  for (let left = answers.length; left > 0; left -= 1) await revoker.attempt(selector, batch);
  return sdk;
}

const partial = '{"illegalTokens":{"noRight":["pushToken2"]},"success":2,"failure":1}';

describe('the span of an exchange', () => {
  it('says what was sent where, and how it ended', async () => {
    const { spans } = await observed(coded('80000000'));
    expect(spans()).toEqual([
      {
        name: 'POST /v1/{clientId}/messages:revoke',
        isError: false,
        events: 0,
        attributes: {
          'http.request.method': 'POST',
          'http.response.status_code': 200,
          'server.address': 'gateway.example',
          'server.port': 8443,
          'url.scheme': 'https',
          'url.template': '/v1/{clientId}/messages:revoke',
          'unpush.vendor': 'huawei',
          'unpush.targets': 3,
          'unpush.advice': 'done',
          'unpush.about': 'success',
          'unpush.code': '80000000',
          'unpush.request_id': '1690000000001701',
          'unpush.may_have_been_received': true,
          'unpush.credential_id': expect.stringMatching(/^0d2c1e\./) as string, // vitest's matchers are untyped
        },
      },
    ]);
  });

  it('is an error with the vendor’s code, the status or the failure for its type', async () => {
    const lost = new NoAnswerError('lost', { failure: 'reset', mayHaveBeenReceived: true });
    const { spans } = await observed(coded('80300032'), { status: 503, body: '{"code":"1"}' }, lost, {
      status: 502,
    });
    expect(spans().map(({ isError, attributes }) => [isError, attributes['error.type']])).toEqual([
      [true, '80300032'],
      [true, '1'],
      [true, 'reset'],
      [true, '502'],
    ]);
  });

  it('ends, without the error’s text, when a credential cannot be made', async () => {
    const sdk = otel();
    const bad = new ServiceAccount(accountFile(await rsaKey(1024)));
    const revoker = createHuaweiRevoker({
      clientId: '104',
      tokens: createTokenSource({ account: bad }),
      send: answering(coded('80000000')).send,
      telemetry: createTelemetry(sdk.telemetry),
    });
    await expect(revoker.attempt(selector, batch)).rejects.toThrow();
    expect(sdk.spans()).toMatchObject([
      { isError: true, events: 0, attributes: { 'error.type': 'CredentialError' } },
    ]);
  });
});

describe('the metrics', () => {
  it('count exchanges by outcome and code, and unknown codes as one', async () => {
    const lost = new NoAnswerError('lost', { failure: 'timeout', mayHaveBeenReceived: true });
    const answers = [
      coded('80000000'),
      coded('80000000'),
      coded('80100020', { message: partial }),
      { status: 503 },
      coded('12345'),
      coded('67890'),
      { status: 502 },
      { body: '<html>Sign in</html>' },
      lost,
    ];
    const { points } = await observed(...answers);
    const found = (await points('unpush.exchanges')).map(({ attributes, value }) => [
      attributes['unpush.outcome'],
      attributes['unpush.code'],
      value,
    ]);
    expect(found).toEqual([
      ['accepted', '80000000', 2],
      ['partly-accepted', '80100020', 1],
      ['throttled', 'http-503', 1],
      ['refused', 'other', 2],
      ['refused', 'http-502', 1],
      ['no-answer', 'html', 1],
      ['no-answer', 'timeout', 1],
    ]);
  });

  it('count targets that were accepted and rejected', async () => {
    const { points } = await observed(
      coded('80000000'),
      coded('80100020', { message: partial }),
      coded('80300032'),
    );
    expect(await points('unpush.targets')).toEqual([
      { attributes: { 'unpush.vendor': 'huawei', 'unpush.outcome': 'accepted' }, value: 5 },
      { attributes: { 'unpush.vendor': 'huawei', 'unpush.outcome': 'rejected' }, value: 1 },
    ]);
  });

  it('measure how long exchanges take', async () => {
    const { points } = await observed(coded('80000000'), coded('80000000'));
    expect(await points('unpush.exchange.duration')).toEqual([
      { attributes: { 'unpush.vendor': 'huawei', 'unpush.outcome': 'accepted' }, value: 2 },
    ]);
  });
});

it('tells the program itself how each exchange has ended', async () => {
  const ended: EndedExchange[] = [];
  const revoker = createHuaweiRevoker({
    clientId: '104',
    tokens: createTokenSource({ account }),
    send: answering(coded('80000000'), coded('80300032')).send,
    telemetry: createTelemetry({ onExchange: (exchange) => ended.push(exchange) }),
  });
  await revoker.attempt(selector, batch);
  const refused = await revoker.attempt(selector, batch);
  expect(ended.map(({ vendor, outcome }) => [vendor, outcome])).toEqual([
    ['huawei', 'accepted'],
    ['huawei', 'refused'],
  ]);
  expect(ended[1]?.verdict).toBe(refused);
});

it('takes no exchange for failed where the program fails that is told of it', async () => {
  const said: unknown[] = [];
  const error = (...words: readonly unknown[]): number => said.push(...words);
  diag.setLogger({ error, warn: error, info: error, debug: error, verbose: error });
  const sdk = otel();
  const mine = new Error('mine');
  const revoker = createHuaweiRevoker({
    clientId: '104',
    tokens: createTokenSource({ account }),
    send: answering(coded('80000000')).send,
    telemetry: createTelemetry({
      ...sdk.telemetry,
      onExchange: () => {
        throw mine;
      },
    }),
  });
  expect(await revoker.attempt(selector, batch)).toMatchObject({ advice: 'done' });
  diag.disable();
  expect(sdk.spans()).toMatchObject([{ isError: false }]);
  expect(said).toEqual(['unpush: onExchange has failed', mine]);
});
