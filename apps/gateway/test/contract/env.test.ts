import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { secretOf, type Env } from '../../src/env.ts';
import { optionsOf } from '../../src/options.ts';

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** The secret, or why there is none. */
async function told(bindings: Readonly<Record<string, unknown>>, name: unknown): Promise<string> {
  // The cast: of the bindings only secrets are looked at here
  const env = bindings as unknown as Env;
  try {
    const value = secretOf(env, name);
    return typeof value === 'string' ? value : await value.get();
  } catch (error) {
    return String(error);
  }
}

describe('the secret of an app', () => {
  it('is found by its name, as text or in the Secrets Store', async () => {
    const stored = { get: () => Promise.resolve('of the store') };
    expect(await told({ SHOP: 'as text' }, 'SHOP')).toBe('as text');
    expect(await told({ SHOP: stored }, 'SHOP')).toBe('of the store');
  });

  it('that is not there is no reason for the others to fail, and is told in the log', () => {
    const logged = vi.spyOn(console, 'error').mockReturnValue();
    const apps = {
      shop: { vendor: 'huawei', clientId: '1', serviceAccount: 'SHOP_KEY' },
      news: { vendor: 'huawei', clientId: '2', serviceAccount: 'NEWS_KEY' },
    };
    // The cast: of the bindings only apps and secrets are looked at here
    const options = optionsOf({ APPS: apps, NEWS_KEY: 'as text' } as unknown as Env);
    expect(options.apps['news']).toEqual({ ...apps.news, serviceAccount: 'as text' });
    expect(logged).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('there is no secret SHOP_KEY'));
  });

  it('that is not there is named, with what puts it there', async () => {
    expect(await told({}, 'SHOP_KEY')).toContain(
      'there is no secret SHOP_KEY: run "wrangler secret put SHOP_KEY"',
    );
  });

  it.each([
    { project_id: '101', sub_account: '102', private_key: 'the key itself' },
    '{"private_key":"the key itself"}',
    'the key itself',
    'sK7the2key9itself',
  ])('is not shown where it stands in the place of its name: %o', async (given) => {
    const words = await told({}, given);
    expect(words).toContain('is no name of a secret: give a name of capitals, such as SHOP_SERVICE_ACCOUNT');
    expect(words).not.toMatch(/the.?key|101|102|object Object/);
  });
});
