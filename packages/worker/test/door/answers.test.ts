import { describe, expect, it } from 'vitest';
import { doorOf, KEYS } from '../support/door.ts';

const key = KEYS.all;

describe('an answer', () => {
  it('is kept by nobody, is what it says, and has an id', async () => {
    const { call } = await doorOf();
    for (const path of ['/v1/apps/shop/recalls', '/v1/apps', '/healthz', '/openapi.json', '/nothing']) {
      const { headers } = await call(path, { key });
      expect(headers.get('Cache-Control')).toBe('no-store');
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Strict-Transport-Security')).toBe('max-age=31536000');
      expect(headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.get('Vary')).toContain('Accept-Language');
    }
  });

  it('of a stream of events says itself that nobody is to change it on the way', async () => {
    const { call } = await doorOf();
    const answer = await call('/v1/apps/shop/recalls/r1/events', { key });
    expect(answer.headers.get('Cache-Control')).toBe('no-transform, no-store');
  });

  it('of an object keeps its headers', async () => {
    const { call } = await doorOf();
    expect((await call('/v1/apps/shop/recalls', { key })).headers.get('Location')).toBe('/there');
  });

  it('tells nothing of what has failed within, which the log has without its secrets', async () => {
    const { call, logged } = await doorOf();
    const answer = await call('/v1/apps/shop/recalls/breaks', { key });
    const problem = await answer.json<Record<string, string>>();
    expect(answer.status).toBe(500);
    expect(problem).toMatchObject({ code: 'INTERNAL_ERROR' });
    expect(problem['instance']).toBe(`urn:uuid:${answer.headers.get('X-Request-Id') ?? ''}`);
    expect(JSON.stringify(problem)).not.toMatch(/broken|worker\.ts/);
    expect(logged.join('\n')).toContain('broken at «token» inside');
    expect(logged.join('\n')).toContain(problem['instance']);
  });

  it.each([
    ['zh-TW,en;q=0.5', 'zh-CN'],
    ['fr, zh;q=0.2', 'zh-CN'],
    ['zh;q=0, en', 'en'],
    ['fr', 'en'],
    ['*', 'en'],
    ['', 'en'],
  ])('speaks to "%s" in %s', async (accepted, spoken) => {
    const { call } = await doorOf();
    const answer = await call('/v1/apps', { headers: { 'Accept-Language': accepted } });
    expect(answer.headers.get('Content-Language')).toBe(spoken);
  });
});

describe('a page of another origin', () => {
  const page = { Origin: 'https://console.example' };
  const preflight = { ...page, 'Access-Control-Request-Method': 'POST' };

  it('may not call unless it is named', async () => {
    const { call } = await doorOf();
    const asked = await call('/v1/apps/shop/recalls', { method: 'OPTIONS', headers: preflight });
    const read = await call('/v1/apps', { key, headers: page });
    for (const { headers } of [asked, read])
      expect([...headers.keys()].join()).not.toContain('access-control');
  });

  it('may call where it is named, and read what answers carry', async () => {
    const { call } = await doorOf({ corsOrigins: ['https://console.example'] });
    const asked = await call('/v1/apps/shop/recalls', { method: 'OPTIONS', headers: preflight });
    expect(asked.status).toBe(204);
    expect(asked.headers.get('Access-Control-Allow-Origin')).toBe('https://console.example');
    expect(asked.headers.get('Access-Control-Allow-Headers')).toContain('Authorization');
    for (const answer of [
      await call('/v1/apps/shop/recalls', { key, headers: page }),
      await call('/v1/apps', { headers: page }),
    ]) {
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('https://console.example');
      expect(answer.headers.get('Access-Control-Expose-Headers')).toContain('Upload-Offset');
      expect(answer.headers.get('Vary')).toContain('Origin');
      expect(answer.headers.has('Access-Control-Allow-Credentials')).toBe(false);
    }
  });

  it('of a third origin may not', async () => {
    const { call } = await doorOf({ corsOrigins: ['https://console.example'] });
    const { headers } = await call('/v1/apps', { key, headers: { Origin: 'https://evil.example' } });
    expect(headers.has('Access-Control-Allow-Origin')).toBe(false);
  });
});
