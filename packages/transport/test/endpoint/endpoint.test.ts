import { InvalidRequestError } from '@unpush/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HUAWEI_ENDPOINT, huaweiEndpoint, isLoopback, type HuaweiEndpointOptions } from '../../src/index.ts';

function problemOf(options: HuaweiEndpointOptions): string {
  try {
    huaweiEndpoint(options);
  } catch (error) {
    if (!InvalidRequestError.isInstance(error)) throw error;
    return error.message;
  }
  throw new Error('was taken');
}

describe('an endpoint', () => {
  it('is Huawei’s own by default', () => {
    expect(HUAWEI_ENDPOINT).toBe('https://push-api.cloud.huawei.com');
    expect(huaweiEndpoint()).toEqual({
      url: 'https://push-api.cloud.huawei.com',
      host: 'push-api.cloud.huawei.com',
      isVendor: true,
      isLoopback: false,
    });
  });

  it.each([
    ['https://gateway.example', 'https://gateway.example'],
    ['https://gateway.example:8443/huawei/', 'https://gateway.example:8443/huawei'],
    ['HTTPS://Gateway.Example:443/', 'https://gateway.example'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://127.9.9.9/a', 'http://127.9.9.9/a'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
    ['http://localhost:8080', 'http://localhost:8080'],
  ])('may be %s', (url, expected) => {
    expect(huaweiEndpoint({ url }).url).toBe(expected);
  });

  it.each([
    'http://push-api.cloud.huawei.com',
    'http://localhost.example',
    'http://127.0.0.1.example',
    'http://10.0.0.1',
    'http://[::2]',
    'ftp://127.0.0.1',
    'ws://localhost',
  ])('may not be %s: in the clear to this very machine only', (url) => {
    expect(problemOf({ url })).toContain('endpoint: must begin with https:// (http:// only to this machine)');
  });

  it('may hold no name, password, query or fragment, and shows none of them', () => {
    for (const url of ['https://anna:secret@gateway.example', 'https://secret@gateway.example']) {
      expect(problemOf({ url })).toBe(
        'endpoint: must not hold a user name or password (host gateway.example)',
      );
    }
    for (const url of ['https://gateway.example?key=secret', 'https://gateway.example#secret']) {
      expect(problemOf({ url })).toBe(
        'endpoint: must end with the path: no "?" or "#" (host gateway.example)',
      );
    }
  });

  it.each(['', 'gateway.example', '-----BEGIN PRIVATE KEY-----', 'https://', 'data:text/plain,x'])(
    'must be a URL with a host, and what is none is not shown (%s)',
    (url) => {
      expect(problemOf({ url })).toBe('endpoint: must be a URL such as https://push-api.cloud.huawei.com');
    },
  );

  it('of a stranger is a person’s choice: a file or a variable alone is not enough', () => {
    const url = 'https://gateway.example:8443';
    for (const from of ['code', 'flag'] as const) expect(huaweiEndpoint({ url, from }).isVendor).toBe(false);
    for (const from of ['file', 'variable'] as const) {
      expect(problemOf({ url, from })).toBe(
        `endpoint: gateway.example:8443 is not the vendor's host (push-api.cloud.huawei.com) and was named by a ${from} only: it would get your credential. If that is meant, pass --endpoint, or --allow-endpoint gateway.example:8443 (in code: allowHosts)`,
      );
      expect(huaweiEndpoint({ url, from, allowHosts: ['gateway.example'] }).host).toBe(
        'gateway.example:8443',
      );
      expect(huaweiEndpoint({ url, from, allowHosts: ['gateway.example:8443'] }).host).toBe(
        'gateway.example:8443',
      );
    }
  });

  it('in a file may be the vendor’s or this very machine', () => {
    expect(huaweiEndpoint({ url: HUAWEI_ENDPOINT, from: 'file' }).isVendor).toBe(true);
    expect(huaweiEndpoint({ url: 'http://localhost:1', from: 'file' }).isLoopback).toBe(true);
  });

  it.each([
    'https://push-api.cloud.huawei.com.evil.example',
    'https://evil-push-api.cloud.huawei.com',
    'https://push-api.cloud.huawei.com:444',
  ])('that only looks like the vendor’s is a stranger’s (%s)', (url) => {
    expect(problemOf({ url, from: 'file' })).toContain("is not the vendor's host");
  });

  it('from a file never leads to a host that nobody allowed, whatever is written there', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string()), (url) => {
        try {
          const { isVendor, isLoopback: isHere } = huaweiEndpoint({ url, from: 'file' });
          expect(isVendor || isHere).toBe(true);
        } catch (error) {
          expect(InvalidRequestError.isInstance(error)).toBe(true);
        }
      }),
    );
  });
});

describe('isLoopback', () => {
  it.each([
    ['http://2130706433', true],
    ['http://0x7f.1', true],
    ['http://127.1', true],
    ['http://128.0.0.1', false],
    ['http://localhost.', false],
  ])('sees %s as the URL means it: %s', (url, expected) => {
    expect(isLoopback(new URL(url).hostname)).toBe(expected);
  });
});
