import { describe, expect, it } from 'vitest';
import { explain } from '../../src/catalog/explain.ts';
import type { Vendor } from '../../src/catalog/entry.ts';

/** The meanings of a typed code, as `vendor kind code`. */
function meanings(code: string, vendor?: Vendor): string[] {
  return explain({ code, language: 'en', ...(vendor !== undefined && { vendor }) }).map(
    ({ entry }) => `${entry.vendor} ${entry.kind} ${entry.code}`,
  );
}

describe('explain', () => {
  it.each([
    ['80300028', ['huawei code 80300028']],
    ['  80300028\n', ['huawei code 80300028']],
    ['８０３０００２８', ['huawei code 80300028']],
    ['-1', ['mpaas code -1']],
    ['100', ['mpaas code 100']],
    ['SIGNATURE_MISMATCH', ['mpaas code -1']],
    ['signature_mismatch', ['mpaas code -1']],
    ['signaturenonceused', ['mpaas code SignatureNonceUsed']],
    ['Throttling.User', ['mpaas code Throttling*']],
    ['throttling', ['mpaas code Throttling*', 'mpaas code 8011']], // the message of 8011 is "Throttling."
    ['MissingAppId', ['mpaas code Missing*']],
    ['InvalidSecurityToken.Expired', ['mpaas code InvalidSecurityToken.Expired']],
    ['503', ['huawei http 503', 'mpaas http 503']],
    ['HTTP 503', ['huawei http 503', 'mpaas http 503']],
    ['http503', ['huawei http 503', 'mpaas http 503']],
    ['HTTP/1.1 503 Service Unavailable', ['huawei http 503', 'mpaas http 503']],
    ['302', ['huawei http 3xx', 'mpaas http 3xx']],
    ['3xx', ['huawei http 3xx', 'mpaas http 3xx']],
    ['HTTP 100', []],
    ['Success', ['mpaas code 100', 'huawei code 80000000']],
    ['Jwt token expired.', ['huawei code 80200005']],
    ['Check Parameter Partial Success', ['huawei code 80100000', 'huawei code 80100020']],
  ])('takes %j to mean %j', (code, expected) => {
    expect(meanings(code)).toEqual(expected);
  });

  it('can be kept to one vendor', () => {
    expect(meanings('503', 'mpaas')).toEqual(['mpaas http 503']);
    expect(meanings('80300028', 'mpaas')).toEqual([]);
  });

  it.each(['', '   ', '80399999', 'nonsense', 'http', '5033', '*'])('knows nothing of %j', (code) => {
    expect(meanings(code)).toEqual([]);
  });

  it('gives text, subject and advice in English', () => {
    const [explanation] = explain({ code: '80300028', language: 'en' });
    expect(explanation).toMatchObject({
      entry: { code: '80300028', advice: 'split' },
      text: { title: 'Tokens are of another app' },
      about: 'the targets',
    });
    expect(explanation?.advice).toContain('divides the batch');
  });

  it('gives text, subject and advice in Chinese', () => {
    const [explanation] = explain({ code: '80300028', language: 'zh-cn' });
    expect(explanation).toMatchObject({ text: { title: 'Token 属于其他应用' }, about: '目标' });
    expect(explanation?.advice).toContain('拆分');
  });

  it('tells flow control, which only asks to be slower, from a fault that may end as unknown', () => {
    const adviceOf = (code: string): string | undefined => explain({ code, language: 'en' })[0]?.advice;
    expect(adviceOf('503')).toContain('slows down');
    expect(adviceOf('8011')).toContain('slows down');
    expect(adviceOf('80000001')).toContain('reported as unknown');
    expect(adviceOf('SignatureNonceUsed')).toContain('reported as unknown');
  });
});
