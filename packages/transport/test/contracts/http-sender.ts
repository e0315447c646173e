import { NoAnswerError, type Failure } from '@unpush/core';
import { expect, it } from 'vitest';
import type { HttpAnswer, HttpRequest, HttpSender } from '../../src/index.ts';
import { deadPort, type OpenScripted } from '../support/scripted/script.ts';

/** How long the sender under test waits for a whole answer. */
export const ANSWER_MS = 300;

/** A request whose key and tokens no error may show. */
export function requestTo(url: string): HttpRequest {
  return {
    method: 'POST',
    url: `${url}/v1/104/messages:revoke`,
    headers: { 'content-type': 'application/json', 'push-type': '0', authorization: 'Bearer SECRET-BEARER' },
    body: new TextEncoder().encode('{"notifyId":3114932,"token":["pushToken1"]}'),
  };
}

/** The error that a sender ends with. */
export async function failureOf(sending: Promise<HttpAnswer>): Promise<NoAnswerError> {
  const error: unknown = await sending.then(
    (answer) => new Error(`answered with ${answer.status}`),
    (reason: unknown) => reason,
  );
  if (!NoAnswerError.isInstance(error)) throw error;
  for (let shown: unknown = error; shown instanceof Error; shown = shown.cause) {
    const text = `${shown.message} ${shown.stack}`;
    expect(text).not.toContain('SECRET-BEARER');
    expect(text).not.toContain('pushToken1');
  }
  return error;
}

/** What a machine goes by: the failure, and whether the request may have been received. */
export type Facts = readonly [Failure, boolean];

/** The facts of an error. */
export function factsOf({ failure, mayHaveBeenReceived }: NoAnswerError): Facts {
  return [failure, mayHaveBeenReceived];
}

/** What a sender is tried with. */
export interface Trial {
  readonly open: OpenScripted;
  /**
   * Whether the platform tells why there was no answer. workerd does not: what was refused, was not found or is not
   * HTTP is the one error there that a lost connection is, without a code.
   */
  readonly isToldWhy: 'told' | 'not-told';
}

/** What every sender does, over real sockets. `ANSWER_MS` is its time limit. */
export function itIsAnHttpSender(send: HttpSender, { open, isToldWhy }: Trial): void {
  const LOST: Facts = ['reset', true];
  const ifTold = (facts: Facts): Facts => (isToldWhy === 'told' ? facts : LOST);

  it('sends method, path, headers and body as they are, and nothing of the kind besides', async () => {
    await using server = await open({ kind: 'answers', body: '{}' });
    await send(requestTo(server.url), {});
    const seen = await server.seen(1);
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({
      method: 'POST',
      url: '/v1/104/messages:revoke',
      body: '{"notifyId":3114932,"token":["pushToken1"]}',
      headers: {
        'content-type': 'application/json',
        'push-type': '0',
        authorization: 'Bearer SECRET-BEARER',
        'content-length': '43',
      },
    });
  });

  it('gives back status, headers in whichever case, and the body as UTF-8', async () => {
    const headers = { 'Retry-After': '7', 'X-Kind': 'tea' };
    await using server = await open({ kind: 'answers', status: 503, headers, body: '{"msg":"成功"}' });
    const answer = await send(requestTo(server.url), {});
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('7');
    expect(answer.headers.get('RETRY-AFTER')).toBe('7');
    expect(answer.headers.get('x-none')).toBeUndefined();
    expect(answer.body).toBe('{"msg":"成功"}');
  });

  it('gives back an empty body as empty text', async () => {
    await using server = await open({ kind: 'answers', status: 502 });
    await expect(send(requestTo(server.url), {})).resolves.toMatchObject({ status: 502, body: '' });
  });

  it('gives back a page as it is: what it means is not its business', async () => {
    const headers = { 'content-type': 'text/html' };
    const body = '<html>Sign in to the hotel</html>';
    await using server = await open({ kind: 'answers', headers, body });
    const answer = await send(requestTo(server.url), {});
    expect(answer.body).toBe('<html>Sign in to the hotel</html>');
    expect(answer.headers.get('content-type')).toBe('text/html');
  });

  it('never follows a redirect: the credential would go along', async () => {
    await using stranger = await open({ kind: 'answers' });
    await using server = await open({ kind: 'answers', status: 307, headers: { location: stranger.url } });
    await expect(send(requestTo(server.url), {})).resolves.toMatchObject({ status: 307 });
    expect(await stranger.seen(0)).toEqual([]);
  });

  it('ends with refused, certainly not received, where nobody listens and that is told', async () => {
    const error = await failureOf(send(requestTo(`http://127.0.0.1:${await deadPort(open)}`), {}));
    expect(factsOf(error)).toEqual(ifTold(['refused', false]));
    expect(error.cause).toBeDefined();
  });

  it('ends with dns, certainly not received, for a name that does not exist, if that is told', async () => {
    const error = await failureOf(send(requestTo('http://name.invalid'), {}));
    expect(factsOf(error)).toEqual(ifTold(['dns', false]));
  });

  it('ends with tls, certainly not received, where no TLS is spoken and that is told', async () => {
    const steps = [{ bytes: 'HTTP/1.1 400 Bad Request\r\n\r\n', then: 'end' }] as const;
    await using server = await open({ kind: 'plays', scheme: 'https', steps });
    expect(factsOf(await failureOf(send(requestTo(server.url), {})))).toEqual(ifTold(['tls', false]));
  });

  it('ends with reset, perhaps received, when the connection breaks before an answer', async () => {
    await using server = await open({ kind: 'plays', steps: [{ then: 'reset' }] });
    expect(factsOf(await failureOf(send(requestTo(server.url), {})))).toEqual(['reset', true]);
  });

  it('ends with reset, perhaps received, when a kept connection breaks at its second request', async () => {
    const bytes = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}';
    await using server = await open({ kind: 'plays', steps: [{ bytes, then: 'wait' }, { then: 'reset' }] });
    await send(requestTo(server.url), {});
    expect(factsOf(await failureOf(send(requestTo(server.url), {})))).toEqual(['reset', true]);
    expect(await server.seen(2)).toHaveLength(2);
  });

  it('ends with timeout, perhaps received, when no answer comes', async () => {
    await using server = await open({ kind: 'plays', steps: [{ then: 'wait' }] });
    const started = performance.now();
    const error = await failureOf(send(requestTo(server.url), {}));
    expect(factsOf(error)).toEqual(['timeout', true]);
    expect(error.message).toMatch(/within 300 ms/);
    expect(performance.now() - started).toBeLessThan(ANSWER_MS + 2000);
  });

  it('ends with timeout when an answer trickles without end', async () => {
    await using server = await open({ kind: 'trickles' });
    expect(factsOf(await failureOf(send(requestTo(server.url), {})))).toEqual(['timeout', true]);
  });

  it.each([
    ['is shorter than it said', 'content-length: 99\r\n\r\n{"code":"8', 'end'],
    ['breaks in the middle', 'content-length: 99\r\n\r\n{"code":"8', 'reset'],
    ['comes in chunks and misses its end', 'transfer-encoding: chunked\r\n\r\n5\r\n{"cod\r\n', 'end'],
  ] as const)('ends with cut, perhaps received, when the body %s', async (_how, rest, then) => {
    const bytes = `HTTP/1.1 200 OK\r\n${rest}`;
    await using server = await open({ kind: 'plays', steps: [{ bytes, then }] });
    expect(factsOf(await failureOf(send(requestTo(server.url), {})))).toEqual(['cut', true]);
  });

  it('ends with unreadable for a body of more than 1 MiB', async () => {
    await using server = await open({ kind: 'answers', body: 'x'.repeat(1_048_577) });
    const error = await failureOf(send(requestTo(server.url), {}));
    expect(factsOf(error)).toEqual(['unreadable', true]);
    expect(error.message).toContain('longer than 1048576 bytes');
  });

  it('takes a body of exactly 1 MiB', async () => {
    await using server = await open({ kind: 'answers', body: 'x'.repeat(1_048_576) });
    await expect(send(requestTo(server.url), {})).resolves.toMatchObject({ body: 'x'.repeat(1_048_576) });
  });

  it('ends with unreadable for what is not HTTP, if that is told', async () => {
    const steps = [{ bytes: 'SSH-2.0-OpenSSH_9.2\r\n', then: 'end' }] as const;
    await using server = await open({ kind: 'plays', steps });
    expect(factsOf(await failureOf(send(requestTo(server.url), {})))).toEqual(ifTold(['unreadable', true]));
  });

  it('ends with aborted, certainly not received, if the signal had aborted before', async () => {
    await using server = await open({ kind: 'answers' });
    const error = await failureOf(send(requestTo(server.url), { signal: AbortSignal.abort() }));
    expect(factsOf(error)).toEqual(['aborted', false]);
    expect(await server.seen(0)).toEqual([]);
  });

  it('ends with aborted at once, perhaps received, if the signal aborts while it waits', async () => {
    const stop = new AbortController();
    await using server = await open({ kind: 'plays', steps: [{ then: 'wait' }] });
    const failure = failureOf(send(requestTo(server.url), { signal: stop.signal }));
    await server.seen(1);
    stop.abort();
    expect(factsOf(await failure)).toEqual(['aborted', true]);
  });
}
