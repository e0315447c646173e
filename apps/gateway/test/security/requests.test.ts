import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recallOf, upload, startGuarded, type Guarded } from './support/guarded.ts';
import { expectProblem } from './support/problems.ts';

/** Names of apps that there are not, as an address can bring them. */
const ODD_NAMES = [
  ['a line feed and a header', 'shop%0d%0aX-Injected:%201'],
  ['a NUL', 'shop%00'],
  ['dots', '%2e%2e'],
  ['dots and a slash', '..%2fshop'],
  ['a slash at the end', 'shop%2f'],
  ['another case', 'SHOP'],
  ['a space', 'shop%20'],
  ['other letters', '%E5%95%86%E5%BA%97'],
  ['bytes that are no UTF-8', '%ff%fe'],
  ['a percent sign alone', '%zz'],
  ['a name that every object has', 'constructor'],
  ['the prototype', '__proto__'],
  ['more than a name may have', 'a'.repeat(65)],
] as const;

describe('the gateway refuses what means nothing', () => {
  let guarded: Guarded;
  beforeAll(async () => {
    guarded = await startGuarded();
  }, 120_000);
  afterAll(() => guarded[Symbol.asyncDispose]());

  describe('addresses that mean nothing', () => {
    it.each(ODD_NAMES)('an app with %s', async (_, name) => {
      for (const path of ['/recalls', '/recalls/r-1/report']) {
        const response = await guarded.call(`/v1/apps/${name}${path}`);
        expect(response.headers.has('X-Injected')).toBe(false);
        expect(response.status).toBe(404);
        expect(await response.text()).toMatch(/#(?:app|route)-not-found"/);
      }
    });

    it.each(ODD_NAMES)('a recall with %s', async (_, name) => {
      const response = await guarded.call(`/v1/apps/shop/recalls/${name}/evidence`);
      expect(response.headers.has('X-Injected')).toBe(false);
      expect(response.status).toBe(404);
      const text = await response.text();
      expect(text).toMatch(/#(?:recall|route)-not-found"/);
      // What is given back is JSON: no line of its own
      expect(text).not.toMatch(/[\0\r\n]/);
    });

    it('an address of 9000 characters, or headers without an end', async () => {
      await expectProblem(await guarded.call(`/v1/apps/${'a'.repeat(9000)}/recalls`), [413, 'too-large']);
      await expectProblem(await guarded.call(`/v1/apps/shop/recalls?cursor=${'a'.repeat(9000)}`), [
        413,
        'too-large',
      ]);
      const many = Object.fromEntries(
        Array.from({ length: 65 }, (_, index) => [`X-${String(index)}`, 'a'] as const),
      );
      await expectProblem(await guarded.call('/v1/apps', { headers: many }), [413, 'too-large']);
      const long = { 'X-Long': 'a'.repeat(16_400) };
      await expectProblem(await guarded.call('/v1/apps', { headers: long }), [413, 'too-large']);
    });
  });

  describe('headers and bodies that mean nothing', () => {
    const fieldsOf = ({ errors = [] }: Awaited<ReturnType<typeof expectProblem>>): readonly string[] =>
      errors.map(({ field }) => field);

    it.each([
      ['200 characters and one', 'k'.repeat(201)],
      ['a letter that is not of ASCII', 'cl\u00e9'],
      ['nothing', ' '],
    ])('an Idempotency-Key of %s', async (_, key) => {
      const response = await guarded.call(
        '/v1/apps/shop/recalls?notifyId=71',
        upload('a\n', { 'Idempotency-Key': key }),
      );
      const problem = await expectProblem(response, [400, 'invalid-request']);
      expect(fieldsOf(problem)).toEqual(['Idempotency-Key']);
    });

    it('an Upload-Offset or Upload-Complete that is none', async () => {
      const begun = await guarded.call(
        '/v1/apps/shop/recalls?notifyId=72',
        upload('a\n', { 'Upload-Complete': '?0' }),
      );
      const { recallId } = await recallOf(begun);
      const path = `/v1/apps/shop/recalls/${recallId}/targets`;
      for (const offset of ['-1', '1e3', '0x2', '2.0', '9'.repeat(30), 'two', '']) {
        const response = await guarded.call(path, {
          ...upload('b\n', { 'Upload-Offset': offset }),
          method: 'PATCH',
        });
        expect(fieldsOf(await expectProblem(response, [400, 'invalid-request']))).toEqual(['Upload-Offset']);
      }
      const odd = { 'Upload-Offset': '2', 'Upload-Complete': 'yes' };
      const response = await guarded.call(path, { ...upload('b\n', odd), method: 'PATCH' });
      expect(fieldsOf(await expectProblem(response, [400, 'invalid-request']))).toEqual(['Upload-Complete']);
      expect((await guarded.gateway.readRecall(recallId)).upload?.offset).toBe(2);
    });

    it('JSON that is longer than is allowed, whether or not it says so', async () => {
      const targets = Array.from({ length: 60 }, () => 'a'.repeat(1000));
      const body = JSON.stringify({ selector: { notifyId: 73 }, targets });
      const headers = { 'Content-Type': 'application/json' };
      const said = await guarded.call('/v1/apps/shop/recalls', { method: 'POST', body, headers });
      await expectProblem(said, [413, 'too-large'], targets);
      const streamed = await guarded.call('/v1/apps/shop/recalls', {
        method: 'POST',
        body: ReadableStream.from([new TextEncoder().encode(body)]),
        headers,
        duplex: 'half',
      });
      await expectProblem(streamed, [413, 'too-large'], targets);
    });

    it('JSON that is none, or is packed, without quoting it', async () => {
      const target = 'a-token-that-nobody-else-should-read';
      const headers = { 'Content-Type': 'application/json' };
      const broken = `{"selector":{"notifyId":74},"targets":["${target}"`;
      const none = await guarded.call('/v1/apps/shop/recalls', { method: 'POST', body: broken, headers });
      expect(fieldsOf(await expectProblem(none, [400, 'invalid-request'], [target]))).toEqual(['body']);
      const packed = await guarded.call('/v1/apps/shop/recalls', {
        method: 'POST',
        body: Uint8Array.from(gzipSync(`${broken}]}`)),
        headers: { ...headers, 'Content-Encoding': 'gzip' },
      });
      await expectProblem(packed, [415, 'unsupported-media-type']);
      const proto = '{"selector":{"notifyId":74,"__proto__":{"a":1}},"targets":["a"],"constructor":{}}';
      const odd = await guarded.call('/v1/apps/shop/recalls', { method: 'POST', body: proto, headers });
      await expectProblem(odd, [400, 'invalid-request']);
    });

    it('a list of a type or an encoding that is not read', async () => {
      const path = '/v1/apps/shop/recalls?notifyId=75';
      for (const [type, encoding] of [
        ['text/html', 'identity'],
        ['multipart/form-data; boundary=x', 'identity'],
        ['text/plain', 'br'],
        ['text/plain', 'gzip, gzip'],
      ] as const) {
        const headers = { 'Content-Type': type, 'Content-Encoding': encoding };
        await expectProblem(await guarded.call(path, upload('a\n', headers)), [
          415,
          'unsupported-media-type',
        ]);
      }
    });
  });
});
