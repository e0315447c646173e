import { describe, expect, it } from 'vitest';
import { hashOf, importHmacKey, signAcs3, type SignableRequest } from '../../src/mpaas/acs3.ts';

const encoder = new TextEncoder();

async function authorization(
  request: Omit<SignableRequest, 'bodyHash'>,
  { id, secret, body = '' }: { readonly id: string; readonly secret: string; readonly body?: string },
): Promise<string> {
  const bodyHash = await hashOf(encoder.encode(body));
  const headers = { ...request.headers, 'x-acs-content-sha256': bodyHash };
  return signAcs3({ ...request, headers, bodyHash }, { accessKeyId: id, key: await importHmacKey(secret) });
}

/** The request of Alibaba Cloud's own page on the signature, at one of its two dates. */
const runInstances = ({ date, nonce }: { readonly date: string; readonly nonce: string }) => ({
  method: 'POST',
  path: '/',
  query: {
    RegionId: 'cn-shanghai',
    ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
  },
  headers: {
    host: 'ecs.cn-shanghai.aliyuncs.com',
    'x-acs-action': 'RunInstances',
    'x-acs-version': '2014-05-26',
    'x-acs-date': date,
    'x-acs-signature-nonce': nonce,
  },
});

const published = { id: 'YourAccessKeyId', secret: 'YourAccessKeySecret' };
const publishedHeaders =
  'host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version';

describe('the signature ACS3-HMAC-SHA256', () => {
  it('is that of the published example (help.aliyun.com/document_detail/2593177.html)', async () => {
    const request = runInstances({
      date: '2023-10-26T10:22:32Z',
      nonce: '3156853299f313e23d1673dc12e1703d',
    });
    await expect(authorization(request, published)).resolves.toBe(
      `ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=${publishedHeaders},Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0`,
    );
  });

  it('is that of the same example at the other date (published for Model Studio)', async () => {
    const request = runInstances({
      date: '2023-10-26T09:01:01Z',
      nonce: 'd410180a5abf7fe235dd9b74aca91fc0',
    });
    await expect(authorization(request, published)).resolves.toBe(
      `ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=${publishedHeaders},Signature=e521358f7776c97df52e6b2891a8bc73026794a071b50c3323388c4e0df64804`,
    );
  });

  it("is that which Alibaba Cloud's own library makes of a revoke", async () => {
    const request = {
      method: 'POST',
      path: '/',
      headers: {
        host: 'mpaas.cn-hangzhou.aliyuncs.com',
        'content-type': 'application/x-www-form-urlencoded',
        'x-acs-action': 'RevokePushMessage',
        'x-acs-version': '2020-10-28',
        'x-acs-date': '2026-01-02T03:04:05Z',
        'x-acs-signature-nonce': '0123456789abcdef0123456789abcdef',
      },
    };
    const body = 'AppId=ONEX570DA89211721&MessageId=1578807462788&TargetId=user1024&WorkspaceId=test';
    await expect(authorization(request, { id: 'testid', secret: 'testsecret', body })).resolves.toBe(
      'ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=content-type;host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=5b1213a3e927fe5e0cca301a57c332bbb89a2c5e9b3352b224de4c9b05de8d3e',
    );
  });
});

describe('the hash of a body', () => {
  it('is SHA-256 in lower-case hexadecimal', async () => {
    await expect(hashOf(encoder.encode(''))).resolves.toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    await expect(
      hashOf(
        encoder.encode('AppId=ONEX570DA89211721&MessageId=1578807462788&TargetId=user1024&WorkspaceId=test'),
      ),
    ).resolves.toBe('8de732ff9e1ed9acf64070f551c2cadc5db08479275102daf8e113f4375222c2');
  });
});
