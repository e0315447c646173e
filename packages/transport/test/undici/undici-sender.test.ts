import { describe, expect, it } from 'vitest';
import { undiciSender } from '../../src/undici/index.ts';
import { itIsAnHttpSenderInNode } from '../contracts/http-sender-in-node.ts';
import { ANSWER_MS, factsOf, failureOf, requestTo } from '../contracts/http-sender.ts';
import { httpServer, json, netServer } from '../support/servers.ts';

describe('undiciSender', () => {
  itIsAnHttpSenderInNode(undiciSender({ timeouts: { answerMs: ANSWER_MS } }));

  it('keeps connections: requests in a row make two at most', async () => {
    await using server = await httpServer(json('{}'));
    await using send = undiciSender();
    for (let round = 0; round < 20; round += 1) await send(requestTo(server.url), {});
    expect(server.connections()).toBeLessThanOrEqual(2);
  });

  it('opens no more connections than it may, and lets the others wait', async () => {
    await using server = await httpServer((seen, response) =>
      setTimeout(() => json('{}')(seen, response), 10),
    );
    await using send = undiciSender({ connections: 2 });
    await Promise.all(Array.from({ length: 10 }, () => send(requestTo(server.url), {})));
    expect(server.connections()).toBe(2);
  });

  it('ends at once, certainly not received, if the signal aborts while it waits for a connection', async () => {
    await using server = await netServer(() => undefined);
    await using send = undiciSender({ connections: 1, timeouts: { answerMs: 500 } });
    const first = failureOf(send(requestTo(server.url), {}));
    const second = failureOf(send(requestTo(server.url), { signal: AbortSignal.timeout(50) }));
    const started = performance.now();
    expect(factsOf(await second)).toEqual(['aborted', false]);
    expect(performance.now() - started).toBeLessThan(400);
    expect(factsOf(await first)).toEqual(['timeout', true]);
  });

  it('does not send what was given up while it waited', async () => {
    let requests = 0;
    await using server = await httpServer((seen, response) => {
      requests += 1;
      setTimeout(() => json('{}')(seen, response), 100);
    });
    await using send = undiciSender({ connections: 1 });
    const first = send(requestTo(server.url), {});
    await failureOf(send(requestTo(server.url), { signal: AbortSignal.timeout(20) }));
    await first;
    await send(requestTo(server.url), {});
    expect(requests).toBe(2);
  });

  it.each([
    ['connectMs', 2 ** 31],
    ['connectMs', 0],
    ['answerMs', 3_600_001],
    ['answerMs', Number.NaN],
  ])('refuses timeouts.%s of %s ms: a timer would fire at once', (field, ms) => {
    expect(() => undiciSender({ timeouts: { [field]: ms } })).toThrow(
      `timeouts.${field}: must be more than 0 and at most 3600000 ms (an hour), but is the number ${ms}`,
    );
  });

  it('takes timeouts of an hour', async () => {
    await using server = await httpServer(json('{}'));
    await using send = undiciSender({ timeouts: { connectMs: 3_600_000, answerMs: 3_600_000 } });
    await expect(send(requestTo(server.url), {})).resolves.toMatchObject({ status: 200 });
  });

  it('waits at close for what is under way, and sends nothing afterwards', async () => {
    await using server = await httpServer((seen, response) =>
      setTimeout(() => json('{"a":1}')(seen, response), 50),
    );
    const send = undiciSender();
    const underway = send(requestTo(server.url), {});
    await send.close();
    await expect(underway).resolves.toMatchObject({ body: '{"a":1}' });
    const error = await failureOf(send(requestTo(server.url), {}));
    expect(factsOf(error)).toEqual(['aborted', false]);
    expect(error.message).toContain('The sender was closed');
  });
});
