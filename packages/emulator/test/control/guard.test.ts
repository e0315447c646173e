import { describe, expect, it } from 'vitest';
import { createEmulator } from '../../src/index.ts';

const emulator = createEmulator({ allowedHosts: ['emulator.test', '192.0.2.7'] });
const ask = async (url: string, origin?: string, method = 'GET') => {
  const response = await emulator.fetch(
    new Request(url, { method, headers: origin === undefined ? {} : { origin } }),
  );
  return { status: response.status, text: await response.text() };
};

describe('the control API and the Host', () => {
  it.each([
    'localhost',
    'localhost:4400',
    '127.0.0.1:1',
    '127.9.9.9',
    '[::1]:4400',
    'app.localhost',
    'emulator.test',
    '192.0.2.7:80',
  ])('answers under %s', async (host) => {
    expect(await ask(`http://${host}/_emulator/apps`)).toEqual({ status: 200, text: '[]' });
  });

  it.each(['evil.test', 'localhost.evil.test', '127.0.0.1.evil.test', 'evillocalhost', '192.0.2.8', '[::2]'])(
    'does not answer under %s: a page may have made that name mean this machine',
    async (host) => {
      const { status, text } = await ask(`http://${host}:4400/_emulator/apps`);
      expect(status).toBe(403);
      expect(text).toContain(`does not answer under the host name ${host}`);
    },
  );
});

describe('the control API and the Origin', () => {
  it('answers a page of its own origin', async () => {
    expect((await ask('http://localhost:4400/_emulator/apps', 'http://localhost:4400')).status).toBe(200);
  });

  it.each([
    'https://evil.test',
    'http://localhost',
    'http://localhost:4401',
    'https://localhost:4400',
    'http://127.0.0.1:4400',
    'null',
  ])('does not answer a page of %s', async (origin) => {
    const { status, text } = await ask('http://localhost:4400/_emulator/apps', origin, 'POST');
    expect(status).toBe(403);
    expect(text).toContain(`does not answer pages of another origin (${origin})`);
    expect(emulator.huawei.apps()).toEqual([]);
  });
});
