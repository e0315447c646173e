import { describe, expect, it } from 'vitest';
import { fetchSender, workerdSender } from '../../src/index.ts';
import { factsOf, failureOf, requestTo } from '../contracts/http-sender.ts';

describe.each([
  ['fetchSender', fetchSender],
  ['workerdSender', workerdSender],
] as const)('%s', (_name, senderOf) => {
  it('cannot know what left, so it says that the request may have been received', async () => {
    const send = senderOf({ fetch: () => Promise.reject(new TypeError('Network connection lost.')) });
    const error = await failureOf(send(requestTo('https://push.example'), {}));
    expect(factsOf(error)).toEqual(['reset', true]);
    expect(error.message).toBe(
      'No answer from push.example: the connection broke, or none was made. Try again; if it stays so, check the endpoint. push.example may have received the request.',
    );
  });

  it('calls fetch without a receiver, as Workers demand', async () => {
    let receiver: unknown = 'never called';
    const send = senderOf({
      fetch: function (this: unknown) {
        receiver = typeof this;
        return Promise.resolve(new Response('{}'));
      },
    });
    await send(requestTo('https://push.example'), {});
    expect(receiver).toBe('undefined');
  });

  it('takes a redirect that the platform hides for a redirect', async () => {
    const hidden = { status: 0, type: 'opaqueredirect', headers: new Headers(), body: null };
    const send = senderOf({ fetch: () => Promise.resolve(hidden) });
    await expect(send(requestTo('https://push.example'), {})).resolves.toMatchObject({ status: 302 });
  });

  it.each([0, -1, Number.NaN, Infinity, 3_600_001])('refuses a time limit of %s ms', (timeoutMs) => {
    expect(() => senderOf({ fetch: globalThis.fetch, timeoutMs })).toThrow(
      `timeoutMs: must be more than 0 and at most 3600000 ms (an hour), but is the number ${timeoutMs}`,
    );
  });

  it('gives up in time even if fetch does not mind its signal', async () => {
    const send = senderOf({ fetch: () => new Promise(() => undefined), timeoutMs: 29.5 });
    expect(factsOf(await failureOf(send(requestTo('https://push.example'), {})))).toEqual(['timeout', true]);
  });

  // workerd refuses the timer after ten thousand that have not run out: a recall that is quick met that
  it('leaves no timer behind an answer', async () => {
    const send = senderOf({ fetch: () => Promise.resolve(new Response('{}')) });
    const request = requestTo('https://push.example');
    let answers = 0;
    for (let sent = 0; sent < 10_500; sent++) answers += (await send(request, {})).status === 200 ? 1 : 0;
    expect(answers).toBe(10_500);
  });

  // A recall has one signal, and workerd keeps what AbortSignal.any makes of it: 1.9 KB for each request
  it('leaves nothing behind at a signal that lives on', async () => {
    const { signal } = new AbortController();
    const listeners: string[] = [];
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      listeners.push(`+${args[0]}`);
      add(...args);
    };
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      listeners.push(`-${args[0]}`);
      remove(...args);
    };
    const send = senderOf({ fetch: () => Promise.resolve(new Response('{}')) });
    await send(requestTo('https://push.example'), { signal });
    await failureOf(
      senderOf({ fetch: () => Promise.reject(new Error('down')) })(requestTo('https://push.example'), {
        signal,
      }),
    );
    expect(listeners).toEqual(['+abort', '-abort', '+abort', '-abort']);
  });

  it('gives up with its signal', async () => {
    const controller = new AbortController();
    const send = senderOf({ fetch: () => new Promise(() => undefined) });
    const sending = failureOf(send(requestTo('https://push.example'), { signal: controller.signal }));
    controller.abort();
    expect(factsOf(await sending)).toEqual(['aborted', true]);
  });
});
