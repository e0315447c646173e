import { InvalidRequestError } from '@unpush/core';
import { describe, expect, it } from 'vitest';
import { mpaasEndpoint, type MpaasEndpointOptions } from '../../src/index.ts';

function problemOf(options: MpaasEndpointOptions): string {
  try {
    mpaasEndpoint(options);
  } catch (error) {
    if (InvalidRequestError.isInstance(error)) return error.message;
    throw error;
  }
  throw new Error('was taken');
}

describe('the endpoint of mPaaS', () => {
  it("is that of Hangzhou in the pages' examples, unless a region is named", () => {
    expect(mpaasEndpoint()).toEqual({
      url: 'https://mpaas.cn-hangzhou.aliyuncs.com',
      host: 'mpaas.cn-hangzhou.aliyuncs.com',
      isVendor: true,
      isLoopback: false,
    });
    expect(mpaasEndpoint({ region: 'ap-southeast-1' }).url).toBe('https://mpaas.ap-southeast-1.aliyuncs.com');
    expect(mpaasEndpoint({ region: 'cn-shanghai-finance-1' }).isVendor).toBe(true);
  });

  it("is the vendor's as well where the SDK sends every region, even if only a file names it", () => {
    const endpoint = mpaasEndpoint({ url: 'https://mpaas.aliyuncs.com', from: 'file' });
    expect([endpoint.isVendor, endpoint.url]).toEqual([true, 'https://mpaas.aliyuncs.com']);
  });

  it.each([
    'oss-cn-hangzhou',
    'cn',
    'CN-HANGZHOU',
    'cn-hangzhou.evil.example/',
    'cn-hangzhou:8443',
    '',
    'x@cn-hangzhou',
  ])('takes no region that could lead to a stranger: %j', (region) => {
    expect(problemOf({ region })).toContain('region: must be a region of Alibaba Cloud such as cn-hangzhou');
  });

  it.each([
    'https://mpaas.oss-cn-hangzhou.aliyuncs.com',
    'https://mpaas.cn-hangzhou.aliyuncs.com.evil.example',
    'https://mpaas.cn-shanghai.aliyuncs.com',
    'https://mpaas.cn-hangzhou.aliyuncs.com:8443',
  ])('takes no stranger’s host from a file alone: %s', (url) => {
    expect(problemOf({ url, from: 'file' })).toContain(
      "is not the vendor's host (mpaas.cn-hangzhou.aliyuncs.com) and was named by a file only",
    );
    expect(mpaasEndpoint({ url, from: 'flag' }).isVendor).toBe(false);
  });

  it('is https, save for this machine', () => {
    expect(problemOf({ url: 'http://mpaas.aliyuncs.com' })).toContain('must begin with https://');
    expect(mpaasEndpoint({ url: 'http://127.0.0.1:4400' }).isLoopback).toBe(true);
  });
});
