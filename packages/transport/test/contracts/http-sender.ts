import { NoAnswerError, type Failure } from '@unpush/core';
import { expect, it } from 'vitest';
import type { HttpAnswer, HttpRequest, HttpSender } from '../../src/index.ts';
import { deadPort, httpServer, json, netServer, type Seen } from '../support/servers.ts';

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
  expect(error.message).not.toContain('SECRET-BEARER');
  expect(error.message).not.toContain('pushToken1');
  return error;
}

/** The facts of an error that a machine goes by. */
export function factsOf({ failure, mayHaveBeenReceived }: NoAnswerError): readonly [Failure, boolean] {
  return [failure, mayHaveBeenReceived];
}

/** What every sender does, over real sockets. `ANSWER_MS` is its time limit. */
export function itIsAnHttpSender(send: HttpSender): void {
  it('sends method, path, headers and body as they are, and nothing of the kind besides', async () => {
    const seen: Seen[] = [];
    await using server = await httpServer((request, response) => {
      seen.push(request);
      json('{}')(request, response);
    });
    await send(requestTo(server.url), {});
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
    await using server = await httpServer((_seen, response) => {
      response.writeHead(503, { 'Retry-After': '7', 'X-Kind': 'tea' }).end('{"msg":"成功"}');
    });
    const answer = await send(requestTo(server.url), {});
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('7');
    expect(answer.headers.get('RETRY-AFTER')).toBe('7');
    expect(answer.headers.get('x-none')).toBeUndefined();
    expect(answer.body).toBe('{"msg":"成功"}');
  });

  it('gives back an empty body as empty text', async () => {
    await using server = await httpServer((_seen, response) => response.writeHead(502).end());
    await expect(send(requestTo(server.url), {})).resolves.toMatchObject({ status: 502, body: '' });
  });

  it('gives back a page as it is: what it means is not its business', async () => {
    await using server = await httpServer((_seen, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in to the hotel</html>');
    });
    const answer = await send(requestTo(server.url), {});
    expect(answer.body).toBe('<html>Sign in to the hotel</html>');
    expect(answer.headers.get('content-type')).toBe('text/html');
  });

  it('never follows a redirect: the credential would go along', async () => {
    let followed = 0;
    await using stranger = await httpServer((_seen, response) => {
      followed += 1;
      response.end();
    });
    await using server = await httpServer((_seen, response) => {
      response.writeHead(307, { location: stranger.url }).end();
    });
    await expect(send(requestTo(server.url), {})).resolves.toMatchObject({ status: 307 });
    expect(followed).toBe(0);
  });

  it('ends with refused, certainly not received, where nobody listens', async () => {
    const error = await failureOf(send(requestTo(`http://127.0.0.1:${await deadPort()}`), {}));
    expect(factsOf(error)).toEqual(['refused', false]);
    expect(error.message).toMatch(
      /^No connection to 127\.0\.0\.1:\d+: it was refused .* that no firewall stands between\.$/,
    );
    expect(error.cause).toBeDefined();
  });

  it('ends with dns, certainly not received, for a name that does not exist', async () => {
    const error = await failureOf(send(requestTo('http://name.invalid'), {}));
    expect(factsOf(error)).toEqual(['dns', false]);
    expect(error.message).toMatch(/^The host name name\.invalid was not found/);
  });

  it('ends with reset, perhaps received, when the connection breaks before an answer', async () => {
    await using server = await netServer((socket) => {
      socket.once('data', () => socket.resetAndDestroy());
    });
    expect(factsOf(await failureOf(send(requestTo(server.url), {})))).toEqual(['reset', true]);
  });

  it('ends with reset, perhaps received, when a kept connection breaks at its second request', async () => {
    let requests = 0;
    await using server = await netServer((socket) => {
      socket.on('data', () => {
        requests += 1;
        if (requests === 1) socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}');
        else socket.resetAndDestroy();
      });
    });
    await send(requestTo(server.url), {});
    expect(factsOf(await failureOf(send(requestTo(server.url), {})))).toEqual(['reset', true]);
    expect(requests).toBe(2);
  });

  it('ends with timeout, perhaps received, when no answer comes', async () => {
    await using server = await netServer(() => undefined);
    const started = performance.now();
    const error = await failureOf(send(requestTo(server.url), {}));
    expect(factsOf(error)).toEqual(['timeout', true]);
    expect(error.message).toMatch(/within 300 ms/);
    expect(performance.now() - started).toBeLessThan(ANSWER_MS + 2000);
  });

  it('ends with timeout when an answer trickles without end', async () => {
    await using server = await httpServer((_seen, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    });
    expect(factsOf(await failureOf(send(requestTo(server.url), {})))).toEqual(['timeout', true]);
  });

  it('ends with cut, perhaps received, when the body is shorter than it said', async () => {
    await using server = await netServer((socket) => {
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{"code":"8'));
    });
    expect(factsOf(await failureOf(send(requestTo(server.url), {})))).toEqual(['cut', true]);
  });

  it('ends with cut when a chunked body misses its end', async () => {
    await using server = await netServer((socket) => {
      socket.once('data', () =>
        socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"cod\r\n'),
      );
    });
    expect(factsOf(await failureOf(send(requestTo(server.url), {})))).toEqual(['cut', true]);
  });

  it('ends with unreadable for a body of more than 1 MiB', async () => {
    await using server = await httpServer((_seen, response) => response.end('x'.repeat(1_048_577)));
    const error = await failureOf(send(requestTo(server.url), {}));
    expect(factsOf(error)).toEqual(['unreadable', true]);
    expect(error.message).toContain('longer than 1048576 bytes');
  });

  it('takes a body of exactly 1 MiB', async () => {
    await using server = await httpServer((_seen, response) => response.end('x'.repeat(1_048_576)));
    await expect(send(requestTo(server.url), {})).resolves.toMatchObject({ body: 'x'.repeat(1_048_576) });
  });

  it('ends with unreadable for what is not HTTP', async () => {
    await using server = await netServer((socket) => {
      socket.once('data', () => socket.end('SSH-2.0-OpenSSH_9.2\r\n'));
    });
    expect(factsOf(await failureOf(send(requestTo(server.url), {})))).toEqual(['unreadable', true]);
  });

  it('ends with aborted, certainly not received, if the signal had aborted before', async () => {
    let requests = 0;
    await using server = await httpServer((_seen, response) => {
      requests += 1;
      response.end();
    });
    const error = await failureOf(send(requestTo(server.url), { signal: AbortSignal.abort() }));
    expect(factsOf(error)).toEqual(['aborted', false]);
    expect(requests).toBe(0);
  });

  it('ends with aborted at once, perhaps received, if the signal aborts while it waits', async () => {
    const stop = new AbortController();
    await using server = await netServer((socket) => {
      socket.once('data', () => stop.abort());
    });
    expect(factsOf(await failureOf(send(requestTo(server.url), { signal: stop.signal })))).toEqual([
      'aborted',
      true,
    ]);
  });

  it('leaves no listener on a signal that outlives many requests', async () => {
    const warnings: Error[] = [];
    const onWarning = (warning: Error): void => void warnings.push(warning);
    process.on('warning', onWarning);
    const { signal } = new AbortController();
    await using server = await httpServer(json('{}'));
    for (let round = 0; round < 30; round += 1) await send(requestTo(server.url), { signal });
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', onWarning);
    expect(warnings).toEqual([]);
  });
}
