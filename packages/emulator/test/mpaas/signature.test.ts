import { describe, expect, it } from 'vitest';
import { acs3Signature, acs3StringToSign } from '../../src/mpaas/signature/acs3.ts';
import { Hmac } from '../../src/mpaas/signature/hmac.ts';
import { sha256Hex } from '../../src/mpaas/signature/hex.ts';
import { parseAuthorization } from '../../src/mpaas/signature/parse-authorization.ts';
import { percentEncode } from '../../src/mpaas/signature/percent-encode.ts';
import { rpcSignature } from '../../src/mpaas/signature/rpc-sha1.ts';

const NO_BODY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

const runInstances = (date: string, nonce: string) =>
  acs3StringToSign({
    method: 'POST',
    path: '/',
    query: [
      ['ImageId', 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd'],
      ['RegionId', 'cn-shanghai'],
    ],
    signedHeaders: [
      ['host', 'ecs.cn-shanghai.aliyuncs.com'],
      ['x-acs-action', 'RunInstances'],
      ['x-acs-content-sha256', NO_BODY],
      ['x-acs-date', date],
      ['x-acs-signature-nonce', nonce],
      ['x-acs-version', '2014-05-26'],
    ],
    bodyHash: NO_BODY,
  });

describe('ACS3-HMAC-SHA256', () => {
  // https://help.aliyun.com/document_detail/2593177.html
  it("gives the signature of the vendor's page on V3", async () => {
    const stringToSign = await runInstances('2023-10-26T10:22:32Z', '3156853299f313e23d1673dc12e1703d');
    expect(stringToSign).toBe(
      'ACS3-HMAC-SHA256\n7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259',
    );
    expect(await acs3Signature(stringToSign, new Hmac('YourAccessKeySecret'))).toBe(
      '06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
    );
  });

  // https://help.aliyun.com/zh/model-studio/roa-style-request-body-signature-mechanism
  it('gives the signature of another page for another date and nonce', async () => {
    const stringToSign = await runInstances('2023-10-26T09:01:01Z', 'd410180a5abf7fe235dd9b74aca91fc0');
    expect(await acs3Signature(stringToSign, new Hmac('YourAccessKeySecret'))).toBe(
      'e521358f7776c97df52e6b2891a8bc73026794a071b50c3323388c4e0df64804',
    );
  });

  it("gives what the vendor's SDK gives for a RevokePushMessage", async () => {
    const bodyHash = await sha256Hex(
      'AppId=ONEX570DA89211721&MessageId=1578807462788&TargetId=user1024&WorkspaceId=test',
    );
    expect(bodyHash).toBe('8de732ff9e1ed9acf64070f551c2cadc5db08479275102daf8e113f4375222c2');
    const stringToSign = await acs3StringToSign({
      method: 'POST',
      path: '/',
      query: [],
      signedHeaders: [
        ['content-type', 'application/x-www-form-urlencoded'],
        ['host', 'mpaas.cn-hangzhou.aliyuncs.com'],
        ['x-acs-action', 'RevokePushMessage'],
        ['x-acs-content-sha256', bodyHash],
        ['x-acs-date', '2026-01-02T03:04:05Z'],
        ['x-acs-signature-nonce', '0123456789abcdef0123456789abcdef'],
        ['x-acs-version', '2020-10-28'],
      ],
      bodyHash,
    });
    expect(await acs3Signature(stringToSign, new Hmac('testsecret'))).toBe(
      '5b1213a3e927fe5e0cca301a57c332bbb89a2c5e9b3352b224de4c9b05de8d3e',
    );
  });
});

describe('HMAC-SHA1 of SignatureVersion 1.0', () => {
  const describeRegions = (timestampName: string) =>
    rpcSignature(
      {
        method: 'GET',
        parameters: [
          ['Format', 'XML'],
          ['AccessKeyId', 'testid'],
          ['Action', 'DescribeRegions'],
          ['SignatureMethod', 'HMAC-SHA1'],
          ['SignatureNonce', '3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf'],
          ['SignatureVersion', '1.0'],
          [timestampName, '2016-02-23T12:46:24Z'],
          ['Version', '2014-05-26'],
          ['Signature', 'is left out'],
        ],
      },
      new Hmac('testsecret'),
    );

  // https://developer.aliyun.com/ask/210168, which spells the parameter TimeStamp
  it('gives the published signature', async () => {
    expect(await describeRegions('TimeStamp')).toBe('CT9X0VtwR86fNWSnsc6v8YGOjuE=');
  });

  it('gives what another program gives for the right spelling', async () => {
    expect(await describeRegions('Timestamp')).toBe('OLeaidS1JvxuMvnyHOwuJ+uX5qY=');
  });

  it("gives what the vendor's SDK gives for a RevokePushTask, query and body merged", async () => {
    const query = [
      ['Action', 'RevokePushTask'],
      ['Format', 'json'],
      ['Version', '2020-10-28'],
      ['Timestamp', '2026-01-02T03:04:05Z'],
      ['SignatureNonce', '0123456789abcdef0123456789abcdef'],
      ['SignatureMethod', 'HMAC-SHA1'],
      ['SignatureVersion', '1.0'],
      ['AccessKeyId', 'testid'],
    ] as const;
    const body = [
      ['AppId', 'ONEX570DA89211721'],
      ['TaskId', '20842863'],
      ['WorkspaceId', 'test'],
    ] as const;
    const parameters = [...query, ...body];
    expect(await rpcSignature({ method: 'POST', parameters }, new Hmac('testsecret'))).toBe(
      'wLzj7312AEPfenE+yHvZtjAcgMc=',
    );
  });
});

describe('the encoding of parameters', () => {
  it('leaves only unreserved characters as they are', () => {
    expect(percentEncode("aZ09-_.~ +/=&!'()*通")).toBe('aZ09-_.~%20%2B%2F%3D%26%21%27%28%29%2A%E9%80%9A');
  });
});

describe('Authorization', () => {
  it('has an algorithm, a key, the names of headers and a signature', () => {
    expect(
      parseAuthorization('ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=host;x-acs-date,Signature=00ff'),
    ).toEqual({
      algorithm: 'ACS3-HMAC-SHA256',
      accessKeyId: 'testid',
      signedHeaders: ['host', 'x-acs-date'],
      signature: '00ff',
    });
  });

  it.each([
    '',
    'Bearer abc',
    'ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=host',
    'ACS3-HMAC-SHA256 Credential=,SignedHeaders=host,Signature=00ff',
    'ACS3-HMAC-SHA256 Credential=testid, SignedHeaders=host, Signature=00ff',
  ])('%j is none', (header) => {
    expect(parseAuthorization(header)).toBeUndefined();
  });
});
