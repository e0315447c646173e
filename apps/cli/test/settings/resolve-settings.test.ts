import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveSettings } from '../../src/settings/resolve-settings.ts';

let cwd = '';
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'unpush-settings-'));
  const apps = { shop: { clientId: 'from-profile', quota: 6000, serviceAccount: 'keys/sa.json' }, other: {} };
  await writeFile(join(cwd, 'unpush.config.json'), JSON.stringify({ defaultApp: 'shop', apps }));
});
afterAll(() => rm(cwd, { recursive: true }));

const resolve = (flags: Readonly<Record<string, unknown>> = {}, env: Readonly<Record<string, string>> = {}) =>
  resolveSettings({ flags, env, cwd });

describe('settings', () => {
  it('come from a flag before a variable before a profile, and say which', async () => {
    const place = `apps.shop.clientId in ${join(cwd, 'unpush.config.json')}`;
    expect((await resolve()).clientId).toEqual({ value: 'from-profile', from: 'profile', place });
    const env = { UNPUSH_CLIENT_ID: 'from-variable' };
    expect((await resolve({}, env)).clientId).toMatchObject({ value: 'from-variable', from: 'variable' });
    const both = await resolve({ clientId: 'from-flag' }, env);
    expect(both.clientId).toEqual({ value: 'from-flag', from: 'flag', place: '--client-id' });
  });

  it('take an empty variable for none', async () => {
    const env = { UNPUSH_CLIENT_ID: '', UNPUSH_APP: '', UNPUSH_CONFIG: '' };
    expect(await resolve({}, env)).toMatchObject({ app: 'shop', clientId: { value: 'from-profile' } });
  });

  it('of a vendor that is not meant are passed over, unless a flag says them', async () => {
    const env = { UNPUSH_VENDOR: 'mpaas', UNPUSH_SERVICE_ACCOUNT: '/sa.json' };
    const { vendor, clientId, serviceAccount, quota } = await resolve({}, env);
    expect({ vendor: vendor?.value, clientId, serviceAccount }).toEqual({ vendor: 'mpaas' });
    expect(quota).toMatchObject({ value: 6000, from: 'profile' });
    const { clientId: flag } = await resolve({ clientId: 'from-flag' }, env);
    expect(flag).toMatchObject({ value: 'from-flag', from: 'flag' });
  });

  it("name a profile's files relative to the configuration file", async () => {
    expect((await resolve()).serviceAccount?.value).toBe(join(cwd, 'keys/sa.json'));
  });

  it('say whether a person named the file', async () => {
    expect((await resolve()).configNamed).toBe(false);
    expect((await resolve({ config: 'unpush.config.json' })).configNamed).toBe(true);
    expect((await resolve({}, { UNPUSH_CONFIG: 'unpush.config.json' })).configNamed).toBe(true);
  });

  it.each([
    ['clientId', '', '--client-id is "": must not be empty'],
    ['vendor', 'mpass', '--vendor is "mpass": must be huawei or mpaas'],
    ['quota', '0', '--quota is "0": must be a number of targets per second, more than 0'],
    ['quota', '6k', '--quota is "6k": must be a number of targets per second, more than 0'],
    ['concurrency', '0', '--concurrency is "0": must be a whole number from 1 to 256'],
    ['batchSize', '1001', '--batch-size is "1001": must be a whole number from 1 to 1000'],
    ['canary', '1.5', '--canary is "1.5": must be a whole number from 0 to 10000'],
    ['timeout', '0', '--timeout is "0": must be a number of seconds, more than 0 and at most 3600'],
    [
      'timeout',
      '3000000',
      '--timeout is "3000000": must be a number of seconds, more than 0 and at most 3600',
    ],
  ])('refuse the %s %j in words of their own', async (name, value, message) => {
    await expect(resolve({ [name]: value })).rejects.toThrow(message);
  });

  it('know no profile by another name', async () => {
    await expect(resolve({ app: 'shopp' })).rejects.toThrow('has no profile "shopp"; it has: shop, other');
  });
});
