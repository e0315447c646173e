import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { doorOf, KEYS } from '../support/door.ts';
import type { Heard } from '../support/worker.ts';

const key = KEYS.all;

/** The object of app shop dies of so many requests from now on. */
const diesOf = (requests: number): Promise<void> =>
  runInDurableObject(env.OBJECTS.getByName('shop'), (_object, { storage }) => {
    storage.kv.put('deaths', requests);
  });

/**
 * The namespace as the platform's own network makes it fail: so many calls reject with an error that has these marks,
 * as the local runtime never does. Later ones reach the object.
 */
function failing(calls: number, marks: object): { readonly objects: object; readonly asked: () => number } {
  let asked = 0;
  return {
    asked: () => asked,
    objects: {
      getByName: (name: string) => ({
        fetch: (request: Request) => {
          asked += 1;
          if (asked > calls) return env.OBJECTS.getByName(name).fetch(request);
          return Promise.reject(Object.assign(new Error('internal error; reference = 4711'), marks));
        },
      }),
    },
  };
}

const READ = ['/v1/apps/shop/recalls/r1', { key }] as const;
const STOP = ['/v1/apps/shop/recalls/r1/stop', { key, method: 'POST' }] as const;

describe('an object that is ended while it answers', () => {
  it('is asked once more where nothing is changed by it', async () => {
    const { call, logged } = await doorOf();
    await diesOf(1);
    const answer = await call('/v1/apps/shop/recalls/dies', { key });
    expect(answer.status).toBe(200);
    expect((await answer.json<Heard>()).method).toBe('GET');
    expect(logged).toEqual([]);
  });

  it('is out of reach where it dies again, and the log alone says of what', async () => {
    const { call, logged } = await doorOf();
    await diesOf(2);
    const answer = await call('/v1/apps/shop/recalls/dies', { key });
    expect(answer.status).toBe(503);
    expect(answer.headers.get('Retry-After')).toBe('5');
    expect(answer.headers.get('Content-Type')).toContain('application/problem+json');
    const problem = await answer.json<Record<string, string>>();
    expect(problem).toEqual({
      type: 'https://github.com/unpush/unpush/blob/main/docs/problems.md#record-unavailable',
      title: 'Recalls cannot be kept or read at the moment',
      status: 503,
      detail: 'The place that keeps recalls is full, out of reach or cannot be written to. Try again later.',
      code: 'LEDGER',
      instance: `urn:uuid:${answer.headers.get('X-Request-Id') ?? ''}`,
    });
    expect(logged.join('\n')).toContain('ended at «token»');
    expect(logged.join('\n')).toContain(problem['instance']);
  });

  it('is not asked again for what changes something', async () => {
    const { call } = await doorOf();
    await diesOf(1);
    expect((await call('/v1/apps/shop/recalls/dies', { key, method: 'DELETE' })).status).toBe(503);
    expect((await call('/v1/apps/shop/recalls/dies', { key, method: 'DELETE' })).status).toBe(200);
  });
});

describe('an object that the platform cannot reach', () => {
  it('is asked once more where the platform says that it may help, for what changes nothing', async () => {
    const { objects, asked } = failing(1, { retryable: true });
    const { call } = await doorOf({ objects });
    expect((await call(...READ)).status).toBe(200);
    expect(asked()).toBe(2);
  });

  it.each([
    ['that has too much to do', READ, { retryable: true, overloaded: true, remote: true }],
    ['for what changes something', STOP, { retryable: true }],
    ['where the platform does not say that it helps', READ, {}],
  ])('is not asked again %s', async (_, [path, init], marks) => {
    const { objects, asked } = failing(1, marks);
    const { call } = await doorOf({ objects });
    const answer = await call(path, init);
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '5']);
    expect(await answer.text()).not.toContain('4711');
    expect(asked()).toBe(1);
  });

  it('is asked twice and no more', async () => {
    const { objects, asked } = failing(9, { retryable: true });
    const { call } = await doorOf({ objects });
    expect((await call(...READ)).status).toBe(503);
    expect(asked()).toBe(2);
  });
});
