import { describe, expect, expectTypeOf, it } from 'vitest';
import type { CatalogEntry } from '../../src/catalog/entry.ts';
import { CATALOG, lookUp, lookUpHttp } from '../../src/catalog/lookup.ts';

describe('lookUp', () => {
  it('finds a code with all that is known of it', () => {
    expect(lookUp({ vendor: 'huawei', code: '80300028' })).toEqual({
      vendor: 'huawei',
      kind: 'code',
      code: '80300028',
      message: 'Token app mismatch with specify app.',
      about: 'target',
      advice: 'split',
      targetFatal: false,
      source: {
        url: 'https://developer.huawei.com/consumer/cn/doc/harmonyos-references/push-msg-revoke',
        section: '业务响应码',
        retrieved: '2026-11-23',
        confidence: 'page',
      },
    });
  });

  it('finds negative codes', () => {
    expect(lookUp({ vendor: 'mpaas', code: '-1' }).name).toBe('SIGNATURE_MISMATCH');
  });

  it('does not find the code of another vendor', () => {
    expect(lookUp({ vendor: 'huawei', code: '3028' })).toBeUndefined();
    expect(lookUp({ vendor: 'mpaas', code: '80000000' })).toBeUndefined();
  });

  it('does not find an HTTP status among the codes', () => {
    expect(lookUp({ vendor: 'huawei', code: '503' })).toBeUndefined();
  });

  it.each(['', ' 80000000', '99999999', 'constructor', '__proto__'])('does not find %j', (code) => {
    expect(lookUp({ vendor: 'huawei', code })).toBeUndefined();
  });

  it.each([
    ['Throttling', 'Throttling*'],
    ['Throttling.User', 'Throttling*'],
    ['Throttling.Api', 'Throttling*'],
    ['MissingAppId', 'Missing*'],
    ['MissingSecurityToken', 'Missing*'],
    ['Forbidden', 'Forbidden*'],
    ['Forbidden.RAM', 'Forbidden*'],
    ['InvalidSecurityToken.Malformed', 'InvalidSecurityToken*'],
  ])('finds %s in the family %s', (code, family) => {
    expect(lookUp({ vendor: 'mpaas', code })?.code).toBe(family);
  });

  it('prefers the exact code to its family', () => {
    const entry = lookUp({ vendor: 'mpaas', code: 'InvalidSecurityToken.Expired' });
    expect(entry.advice).toBe('renew');
  });

  it('keeps a family to its vendor', () => {
    expect(lookUp({ vendor: 'huawei', code: 'Throttling.User' })).toBeUndefined();
  });

  it('knows literal codes in its types', () => {
    expectTypeOf(lookUp({ vendor: 'huawei', code: '80300028' }).advice).toEqualTypeOf<'split'>();
    expectTypeOf(lookUp({ vendor: 'mpaas', code: '9000' }).about).toEqualTypeOf<'vendor-fault'>();
    const code = String(80_300_028);
    expectTypeOf(lookUp({ vendor: 'huawei', code })).toEqualTypeOf<CatalogEntry | undefined>();
  });
});

describe('lookUpHttp', () => {
  it('finds a status', () => {
    expect(lookUpHttp({ vendor: 'huawei', status: 503 })).toMatchObject({
      vendor: 'huawei',
      kind: 'http',
      code: '503',
      message: 'Service Unavailable',
      source: { section: 'HTTP响应码', confidence: 'page' },
    });
  });

  it('gives mPaaS the general row', () => {
    expect(lookUpHttp({ vendor: 'mpaas', status: 503 })).toMatchObject({
      vendor: 'mpaas',
      code: '503',
      source: { confidence: 'unconfirmed' },
    });
  });

  it.each([300, 301, 302, 307, 308, 399])('finds %i as 3xx', (status) => {
    expect(lookUpHttp({ vendor: 'huawei', status })?.code).toBe('3xx');
  });

  it.each([100, 201, 299, 402, 418, 501, 599, 0, 80_000_000])('does not find %i', (status) => {
    expect(lookUpHttp({ vendor: 'huawei', status })).toBeUndefined();
  });
});

describe('CATALOG', () => {
  it('lists every row of every vendor once', () => {
    const keys = CATALOG.map(({ vendor, kind, code }) => `${vendor} ${kind} ${code}`);
    expect(new Set(keys).size).toBe(keys.length);
    const huaweiRows = 18 + 13;
    const mpaasRows = 48 + 4 + 17 + 13;
    expect(keys).toHaveLength(huaweiRows + mpaasRows);
  });
});
