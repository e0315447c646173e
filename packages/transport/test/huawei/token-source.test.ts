import { CredentialError } from '@unpush/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createMemoryTokenCache,
  createTokenSource,
  ServiceAccount,
  type CacheFailure,
  type HuaweiToken,
  type TokenCache,
  type TokenSourceOptions,
} from '../../src/index.ts';
import { manualClock, settle, type ManualClock } from '../support/manual-clock.ts';
import { rsaKey } from '../support/rsa-key.ts';
import { accountFile } from '../support/service-account.ts';
import { partsOf } from '../support/jwt-parts.ts';

const account = new ServiceAccount(accountFile(await rsaKey(2048)));
const MINUTE = 60_000;

interface World {
  readonly clock: ManualClock;
  readonly source: ReturnType<typeof createTokenSource>;
}

function world(options: Partial<TokenSourceOptions> = {}): World {
  const clock = manualClock();
  return { clock, source: createTokenSource({ account, clock, ...options }) };
}

describe('the token in use', () => {
  it('is signed once and used until 5 minutes before its end', async () => {
    const { clock, source } = world();
    const first = await source.current();
    expect(first).toMatchObject({ issuedAt: 1_767_225_600, expiresAt: 1_767_229_200 });
    await clock.advance(55 * MINUTE - 1);
    expect(await source.current()).toBe(first);
    await clock.advance(1);
    const second = await source.current();
    expect(second.id).not.toBe(first.id);
    expect(partsOf(second.jwt).claims).toMatchObject({ iat: 1_767_228_900, exp: 1_767_232_500 });
  });

  it('grows old by the monotonic clock when the wall clock is set back', async () => {
    const { clock, source } = world();
    const first = await source.current();
    clock.setWall(Date.UTC(2025, 0, 1));
    expect(await source.current()).toBe(first);
    await clock.advance(55 * MINUTE);
    expect((await source.current()).id).not.toBe(first.id);
  });

  it('grows old by the wall clock when the machine slept', async () => {
    const { clock, source } = world();
    const first = await source.current();
    clock.setWall(Date.UTC(2026, 0, 1, 0, 55));
    expect((await source.current()).id).not.toBe(first.id);
  });

  it('is never older than 55 minutes by either clock, however they go', async () => {
    const step = fc.record({
      advance: fc.integer({ min: 0, max: 40 * MINUTE }),
      jump: fc.integer({ min: -90 * MINUTE, max: 90 * MINUTE }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
        const { clock, source } = world();
        const taken = new Map<string, { wall: number; monotonic: number }>();
        for (const { advance, jump } of steps) {
          await clock.advance(advance);
          clock.setWall(clock.wall() + jump);
          const { id } = await source.current();
          const since = taken.get(id) ?? { wall: clock.wall(), monotonic: clock.monotonic() };
          taken.set(id, since);
          expect(clock.monotonic() - since.monotonic).toBeLessThan(55 * MINUTE);
          expect(clock.wall() - since.wall).toBeLessThan(55 * MINUTE);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is one for all who ask while it is being signed', async () => {
    const { source } = world();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => source.current()));
    expect(new Set(tokens.map(({ id }) => id)).size).toBe(1);
  });

  it('is signed by each for itself where no promise may be shared, and then kept', async () => {
    const { source } = world({ isolateRequests: true });
    const tokens = await Promise.all([source.current(), source.current()]);
    expect(new Set(tokens.map(({ jwt }) => jwt)).size).toBe(2);
    const third = await source.current();
    expect(tokens).toContainEqual(third);
  });

  it('has a name that holds nothing of it', async () => {
    const { source } = world({ random: () => 0.5 });
    const { id, jwt } = await source.current();
    expect(id).toBe('0d2c1e.t86ki8.zik0zk'.replace('t86ki8', (1_767_225_600).toString(36)));
    for (const part of jwt.split('.')) expect(part).not.toContain(id.slice(-6));
  });

  it('cannot be had with a key that cannot sign, and says so each time', async () => {
    const bad = new ServiceAccount(accountFile(await rsaKey(1024)));
    const source = createTokenSource({ account: bad, clock: manualClock() });
    await expect(source.current()).rejects.toSatisfy((error) => CredentialError.isInstance(error));
    await expect(source.current()).rejects.toThrow('is an RSA key of 1024 bits');
  });
});

describe('renewing', () => {
  it('replaces the refused token', async () => {
    const { source } = world();
    const first = await source.current();
    await source.renew(first.id);
    expect((await source.current()).id).not.toBe(first.id);
  });

  it('does nothing when a newer token is in use already', async () => {
    const { source } = world();
    const first = await source.current();
    await source.renew(first.id);
    const second = await source.current();
    await source.renew(first.id);
    expect(await source.current()).toBe(second);
  });

  it('signs once for many batches that were refused together', async () => {
    const { source } = world();
    const first = await source.current();
    await Promise.all(Array.from({ length: 10 }, () => source.renew(first.id)));
    const second = await source.current();
    await source.renew(first.id);
    expect(await source.current()).toBe(second);
  });
});

describe('a token cache', () => {
  it('spares a new process the signing', async () => {
    const cache = createMemoryTokenCache();
    const first = await world({ cache }).source.current();
    expect(await world({ cache }).source.current()).toEqual(first);
  });

  it('keeps one token for each key of each account', async () => {
    const keys: string[] = [];
    const cache: TokenCache = {
      get: (key) => {
        keys.push(key);
        return Promise.resolve(undefined);
      },
      set: () => Promise.resolve(),
    };
    await world({ cache }).source.current();
    expect(keys).toEqual(['unpush:huawei:114514191:0d2c1e6a4b5f47c98a7b6c5d4e3f2a1b']);
  });

  it('is not asked for a token that is older than 55 minutes', async () => {
    const cache = createMemoryTokenCache();
    const first = await world({ cache }).source.current();
    const later = world({ cache });
    await later.clock.advance(55 * MINUTE);
    expect((await later.source.current()).id).not.toBe(first.id);
  });

  it('ages a token from when it was signed, not from when it was found', async () => {
    const cache = createMemoryTokenCache();
    const first = await world({ cache }).source.current();
    const { clock, source } = world({ cache });
    await clock.advance(30 * MINUTE);
    expect((await source.current()).id).toBe(first.id);
    clock.setWall(Date.UTC(2026, 0, 1));
    await clock.advance(25 * MINUTE);
    expect((await source.current()).id).not.toBe(first.id);
  });

  it('never brings back the refused token, nor one from before it', async () => {
    const clock = manualClock();
    const stale: HuaweiToken[] = [];
    const cache: TokenCache = { get: () => Promise.resolve(stale[0]), set: () => Promise.resolve() };
    stale[0] = await createTokenSource({ account, clock }).current();
    await clock.advance(MINUTE);
    const source = createTokenSource({ account, clock, cache });
    const first = await source.current();
    expect(first.id).toBe(stale[0].id);
    await source.renew(first.id);
    const second = await source.current();
    expect(second.id).not.toBe(first.id);
    await source.renew(second.id);
    expect((await source.current()).id).not.toBe(first.id);
  });

  it('brings the newer token that another process has made', async () => {
    const clock = manualClock();
    const cache = createMemoryTokenCache();
    const [ours, theirs] = [
      createTokenSource({ account, clock, cache }),
      createTokenSource({ account, clock, cache }),
    ];
    const first = await ours.current();
    expect((await theirs.current()).id).toBe(first.id);
    await clock.advance(1000);
    await theirs.renew(first.id);
    await ours.renew(first.id);
    expect((await ours.current()).id).toBe((await theirs.current()).id);
  });

  it('leaves a token from a clock far ahead of ours alone', async () => {
    const cache = createMemoryTokenCache();
    const ahead = world({ cache });
    await ahead.clock.advance(2 * MINUTE);
    const first = await ahead.source.current();
    expect((await world({ cache }).source.current()).id).not.toBe(first.id);
  });

  it('may fail: the token is signed, and the failure told', async () => {
    const failures: CacheFailure[] = [];
    const broken: TokenCache = {
      get: () => Promise.reject(new Error('KV is down')),
      set: () => {
        throw new Error('KV is full');
      },
    };
    const { source } = world({ cache: broken, onCacheFailure: (failure) => void failures.push(failure) });
    await expect(source.current()).resolves.toHaveProperty('jwt');
    expect(failures.map(({ operation, error }) => [operation, (error as Error).message])).toEqual([
      // thrown above
      ['get', 'KV is down'],
      ['set', 'KV is full'],
    ]);
  });

  it('may hang: after a second the token is signed without it', async () => {
    const failures: CacheFailure[] = [];
    const silent: TokenCache = { get: () => new Promise(() => undefined), set: () => Promise.resolve() };
    const { clock, source } = world({
      cache: silent,
      onCacheFailure: (failure) => void failures.push(failure),
    });
    const asked = source.current();
    await settle();
    await clock.advance(1000);
    await expect(asked).resolves.toHaveProperty('jwt');
    expect(failures).toMatchObject([{ operation: 'get', error: { message: 'no answer within 1000 ms' } }]);
  });

  it.each([{ jwt: 'x' }, 'text', { id: 'a b', jwt: 'a.b.c', issuedAt: 1, expiresAt: 2 }])(
    'may hold nonsense (%j): it is passed over, and told',
    async (nonsense) => {
      const failures: CacheFailure[] = [];
      const cache: TokenCache = {
        get: () => Promise.resolve(nonsense as unknown as HuaweiToken), // on purpose: a foreign store may hold anything
        set: () => Promise.resolve(),
      };
      const { source } = world({ cache, onCacheFailure: (failure) => void failures.push(failure) });
      await expect(source.current()).resolves.toMatchObject({ issuedAt: 1_767_225_600 });
      expect(failures).toHaveLength(1);
    },
  );
});
