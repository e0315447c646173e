import { describe, expect, it } from 'vitest';
import { workerdSender } from '../../src/index.ts';
import { ANSWER_MS, failureOf, itIsAnHttpSender, requestTo } from '../contracts/http-sender.ts';
import { openOutside } from '../support/scripted/open-outside.ts';
import { deadPort } from '../support/scripted/script.ts';

const send = workerdSender({ fetch: (url, init) => fetch(url, init), timeoutMs: ANSWER_MS });

describe('workerdSender on the fetch of workerd', () => {
  itIsAnHttpSender(send, { open: openOutside, isToldWhy: 'not-told' });

  // If workerd begins to tell them apart, what never left need no longer be taken for perhaps received
  it('cannot tell a port that is closed from a connection that broke', async () => {
    await using breaks = await openOutside({ kind: 'plays', steps: [{ then: 'reset' }] });
    const lost = await failureOf(send(requestTo(breaks.url), {}));
    const refused = await failureOf(send(requestTo(`http://127.0.0.1:${await deadPort(openOutside)}`), {}));
    for (const { cause } of [lost, refused]) {
      expect(cause).toMatchObject({ message: 'Network connection lost.', retryable: true, remote: true });
      expect(cause).not.toHaveProperty('code');
      expect(cause).not.toHaveProperty('cause');
    }
  });

  it('is told nothing of a wrong name and of a failed handshake either', async () => {
    const steps = [{ bytes: 'HTTP/1.1 400 Bad Request\r\n\r\n', then: 'end' }] as const;
    await using plain = await openOutside({ kind: 'plays', scheme: 'https', steps });
    for (const url of ['http://name.invalid', plain.url]) {
      const { cause } = await failureOf(send(requestTo(url), {}));
      expect(cause).toMatchObject({
        message: expect.stringMatching(/^internal error; reference = /) as string,
      }); // vitest's matchers are untyped
      expect(cause).not.toHaveProperty('code');
    }
  });
});
