import { describe, expect, it } from 'vitest';
import { env } from 'cloudflare:workers';
import { listDurableObjectIds } from 'cloudflare:test';
import { doorOf, KEYS } from '../support/door.ts';
import type { Heard } from '../support/worker.ts';

const key = KEYS.all;

describe('the name of an app', () => {
  it.each([
    'shop%0d%0aX-Evil:%201',
    'shop%0a',
    'sh%2Fop',
    '..%2Fshop',
    'SHOP',
    '%E5%95%86%E5%BA%97',
    'constructor',
    '__proto__',
    'a'.repeat(2000),
    '%',
    '%00',
  ])('is one that there is, and not %s', async (app) => {
    const before = (await listDurableObjectIds(env.OBJECTS)).length;
    const { call } = await doorOf();
    const answer = await call(`/v1/apps/${app}/recalls`, { key });
    expect(answer.status).toBe(404);
    expect(answer.headers.has('X-Evil')).toBe(false);
    expect(await answer.json()).toMatchObject({ code: 'APP_NOT_FOUND' });
    expect(await listDurableObjectIds(env.OBJECTS)).toHaveLength(before);
  });

  it.each([
    ['SHOP', 'is the string "SHOP"'],
    ['sh%0aop', 'is the string "sh\\nop"'],
    ['a'.repeat(50), `is the string "${'a'.repeat(40)}"…`],
  ])('is repeated where there is none, printable and cut: %s', async (app, problem) => {
    const { call } = await doorOf();
    const answer = await call(`/v1/apps/${app}/recalls`, { key });
    expect(await answer.json()).toMatchObject({ errors: [{ field: 'app', problem }] });
  });
});

describe('a body', () => {
  it.each([
    ['POST /recalls', 'application/xml', 415],
    ['POST /recalls', '', 415],
    ['POST /recalls', 'text/plain; charset=utf-8', 200],
    ['POST /recalls', 'Application/JSON', 200],
    ['PATCH /recalls/r1/targets', 'application/json', 415],
    ['PATCH /recalls/r1/targets', 'application/x-ndjson', 200],
    ['POST /recalls/r1/stop', 'text/plain', 415],
  ])('of %s as "%s" is answered %d', async (route, type, status) => {
    const { call } = await doorOf();
    const [method = '', path = ''] = route.split(' ');
    const headers = { 'Content-Type': type };
    const answer = await call(`/v1/apps/shop${path}`, { method, key, headers, body: '"a"' });
    expect(answer.status).toBe(status);
  });

  it.each([
    [
      '/recalls',
      'application/x-www-form-urlencoded',
      'must be application/json or text/plain or application/x-ndjson, but is the string "application/x-www-form-urlencoded"',
    ],
    ['/recalls', undefined, 'must be application/json or text/plain or application/x-ndjson, but is missing'],
    ['/recalls/r1/stop', 'text/plain', 'must be application/json, but is the string "text/plain"'],
  ])('of %s as %s is told what came, and what is read there', async (path, type, problem) => {
    const { call } = await doorOf();
    const headers = type === undefined ? {} : { 'Content-Type': type };
    const body = new TextEncoder().encode('a');
    const answer = await call(`/v1/apps/shop${path}`, { method: 'POST', key, headers, body });
    expect([answer.status, await answer.json()]).toMatchObject([
      415,
      { errors: [{ field: 'Content-Type', problem }] },
    ]);
  });

  it('may be left out where nothing needs to be said', async () => {
    const { call } = await doorOf();
    expect((await call('/v1/apps/shop/recalls/r1/stop', { key, method: 'POST' })).status).toBe(200);
  });

  it.each(['br', 'gzip, gzip', 'deflate'])('is not read in the encoding %s', async (encoding) => {
    const { call } = await doorOf();
    const headers = { 'Content-Type': 'text/plain', 'Content-Encoding': encoding };
    const answer = await call('/v1/apps/shop/recalls', { key, method: 'POST', headers, body: 'a' });
    expect(answer.status).toBe(415);
  });

  it('of a list goes on as it came, byte for byte, also packed', async () => {
    const { call } = await doorOf();
    const packed = await new Response(
      new Blob(['token one\n']).stream().pipeThrough(new CompressionStream('gzip')),
    ).arrayBuffer();
    const answer = await call('/v1/apps/shop/recalls?notifyId=1', {
      key,
      method: 'POST',
      headers: { 'Content-Type': 'text/plain', 'Content-Encoding': 'gzip', 'Upload-Complete': '?0' },
      body: packed,
    });
    const { bytes, headers, url } = await answer.json<Heard>();
    expect(bytes).toBe(packed.byteLength);
    expect(url).toBe('https://gateway.example/v1/apps/shop/recalls?notifyId=1');
    expect(headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-type': 'text/plain',
      'upload-complete': '?0',
    });
  });

  it('of a list may be longer than JSON may', async () => {
    const { call } = await doorOf({ limits: { jsonBytes: 1024 } });
    const piece = new Uint8Array(65_536).fill(97);
    let pieces = 0;
    const body = new ReadableStream({
      pull: (controller) => {
        if (pieces++ < 32) controller.enqueue(piece);
        else controller.close();
      },
    });
    const headers = { 'Content-Type': 'text/plain' };
    const answer = await call('/v1/apps/shop/recalls', { key, method: 'POST', headers, body });
    expect(await answer.json<Heard>()).toMatchObject({ bytes: 2_097_152 });
  });

  it('of JSON has a limit, by what it says of itself and by counting', async () => {
    const { call } = await doorOf({ limits: { jsonBytes: 1024 } });
    const headers = { 'Content-Type': 'application/json' };
    const post = (body: BodyInit): Promise<Response> =>
      call('/v1/apps/shop/recalls', { key, method: 'POST', headers, body });
    expect((await post('x'.repeat(1025))).status).toBe(413);
    const uncounted = new Blob(['x'.repeat(1025)]).stream().pipeThrough(new TransformStream());
    const refused = await post(uncounted);
    expect(refused.status).toBe(413);
    expect(await refused.json()).toMatchObject({ code: 'TOO_LARGE' });
    const fits = new Blob(['x'.repeat(1024)]).stream().pipeThrough(new TransformStream());
    expect(await (await post(fits)).json<Heard>()).toMatchObject({ bytes: 1024 });
  });
});

it('hands no body on where none is read', async () => {
  const { call } = await doorOf();
  const answer = await call('/v1/apps/shop/recalls/r1', { key, method: 'DELETE', body: 'what is this' });
  expect(await answer.json<Heard>()).toMatchObject({ method: 'DELETE', bytes: 0, text: '' });
});

describe('a request without TLS', () => {
  it('is refused before anything reads its key, and told to make a new one', async () => {
    const { call } = await doorOf();
    for (const path of ['/v1/apps', '/healthz', '/v1/apps/shop/recalls']) {
      const answer = await call(`http://gateway.example${path}`, { key });
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({
        errors: [{ field: 'URL', problem: expect.stringContaining('make a new one') as string }],
      });
    }
  });

  it.each(['localhost:8787', '127.0.0.1:8787', '[::1]:8787'])('is answered at %s', async (host) => {
    const { call } = await doorOf();
    expect((await call(`http://${host}/v1/apps`, { key })).status).toBe(200);
  });
});

describe('what is around a body', () => {
  it('leaves room for a reason of 500 characters in Chinese', async () => {
    const { call } = await doorOf();
    const path = `/v1/apps/shop/recalls?notifyId=7&reason=${encodeURIComponent('错'.repeat(500))}`;
    const answer = await call(path, {
      key,
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      body: 'a token',
    });
    expect(answer.status).toBe(200);
  });

  it('is said in the language of the caller to be too much, and which', async () => {
    const { call } = await doorOf();
    const answer = await call(`/v1/apps/shop/recalls?cursor=${'c'.repeat(8200)}`, {
      key,
      headers: { 'Accept-Language': 'zh-CN' },
    });
    expect(await answer.json()).toMatchObject({
      detail: '请以 text/plain 或 application/x-ndjson 发送列表；列表很长时请分段发送。',
      errors: [{ field: 'URL', problem: 'has more than 8192 characters' }],
    });
  });

  it('has a limit', async () => {
    const { call } = await doorOf();
    expect((await call(`/v1/apps/shop/recalls?cursor=${'c'.repeat(8200)}`, { key })).status).toBe(413);
    const long = { 'X-Long': 'x'.repeat(20_000) };
    expect((await call('/v1/apps/shop/recalls', { key, headers: long })).status).toBe(413);
    const many = Object.fromEntries(Array.from({ length: 70 }, (_, index) => [`X-${index}`, 'x']));
    expect((await call('/v1/apps/shop/recalls', { key, headers: many })).status).toBe(413);
  });
});

describe('a method', () => {
  it.each([
    ['PUT', '/v1/apps/shop/recalls', 'POST, GET, HEAD'],
    ['GET', '/v1/apps/shop/recalls/r1/targets', 'HEAD, PATCH'],
    ['PUT', '/v1/apps/shop/recalls/r1/report', 'GET, HEAD'],
    ['HEAD', '/v1/apps/shop/recalls/r1/stop', 'POST'],
    ['POST', '/v1/apps', 'GET, HEAD'],
    ['POST', '/healthz', 'GET, HEAD'],
    ['DELETE', '/openapi.json', 'GET, HEAD'],
  ])('%s of %s is refused with those that there are', async (method, path, allowed) => {
    const { call } = await doorOf();
    const answer = await call(path, { method, key });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('Allow')).toBe(allowed);
  });

  it.each([
    '/healthz',
    '/openapi.json',
    '/v1/apps',
    '/v1/apps/shop/recalls',
    '/v1/apps/shop/recalls/r1/events',
  ])('HEAD of %s is answered as GET is, without the body', async (path) => {
    const { call } = await doorOf();
    const [head, get] = [await call(path, { key, method: 'HEAD' }), await call(path, { key })];
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('Content-Type')).toBe(get.headers.get('Content-Type'));
  });

  it('HEAD reaches the object as HEAD', async () => {
    const { call } = await doorOf();
    const answer = await call('/v1/apps/shop/recalls/r1/targets', { method: 'HEAD', key });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Location')).toBe('/there');
    expect(await answer.text()).toBe('');
  });
});

it('knows no other routes', async () => {
  const { call } = await doorOf();
  for (const path of ['/', '/v1', '/v1/apps/shop', '/v1/apps/shop/recalls/r1/keys', '/v2/apps'])
    expect((await call(path, { key })).status).toBe(404);
});

describe('a slash at the end of a path', () => {
  it.each([
    '/healthz/',
    '/openapi.json/',
    '/v1/apps/',
    '/v1/apps/shop/recalls/',
    '/v1/apps/shop/recalls/r1/events/',
  ])('changes nothing: %s', async (path) => {
    const { call } = await doorOf();
    expect((await call(path, { key })).status).toBe(200);
    const stranger = await call(path);
    expect(stranger.status).toBe(path.startsWith('/v1') ? 401 : 200);
    expect((await call(path, { key, method: 'PUT' })).status).toBe(405);
  });

  it('may stand there once', async () => {
    const { call } = await doorOf();
    expect((await call('/v1/apps/shop/recalls//', { key })).status).toBe(404);
    expect((await call('/v1/apps//recalls', { key })).status).toBe(404);
  });
});
