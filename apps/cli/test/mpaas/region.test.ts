import { mpaasEndpoint } from '@unpush/transport';
import { describe, expect, it } from 'vitest';
import { regionProblem } from '../../src/vendors/mpaas/region-problem.ts';

describe('a region of Alibaba Cloud', () => {
  it.each([
    'cn-hangzhou',
    'cn-hangzhou-finance',
    'ap-southeast-1',
    'us-east-1',
    'rus-west-1',
    'me-central-1',
  ])('can be %s, for the settings and for the endpoint', (region) => {
    expect(regionProblem(region)).toBeUndefined();
    expect(mpaasEndpoint({ region }).host).toBe(`mpaas.${region}.aliyuncs.com`);
  });

  it.each([
    '',
    'Hangzhou',
    'cn',
    'oss-cn-hangzhou',
    'cn-hangzhou.evil.example',
    'cn-hangzhou/',
    'cn_hangzhou',
    'CN-HANGZHOU',
  ])('cannot be %j, for neither', (region) => {
    expect(regionProblem(region)).toContain('must be a region of Alibaba Cloud such as cn-hangzhou, but is');
    expect(() => mpaasEndpoint({ region })).toThrow('must be a region of Alibaba Cloud');
  });
});
