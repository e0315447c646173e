import { describe, expect, it } from 'vitest';
import { HUAWEI_CODES, HUAWEI_HTTP } from '../../src/huawei/catalog.ts';

// Copied from the revoke page's section 业务响应码
const ON_THE_PAGE = {
  '80000000': 'Success.',
  '80100001': 'Check Parameter Error.',
  '80100003': 'Illegal payload, {errorTips}.',
  '80100020': 'Check Parameter Partial Success.',
  '80200001': 'Authentication Error.',
  '80200003': 'Access token expired.',
  '80200005': 'Jwt token expired.',
  '80300002': 'No permission to send message to these tmIDs.',
  '80300007': 'All the tokens are invalid.',
  '80300010': 'token count should within {0} and {1}.',
  '80300017': 'Token app count should not exceed 1.',
  '80300028': 'Token app mismatch with specify app.',
  '80300032': 'No permission to revoke messages.',
  '80000001': 'CommonService Error.',
};

// Copied from the send page's section 业务响应码
const ON_THE_SEND_PAGE = {
  '80100000': 'Check Parameter Partial Success.',
  '80300008': 'Push message size is too long.',
  '80300036': 'JWT expire period over threshold.',
  '81000001': 'Inner Error.',
};

const rows = Object.entries(HUAWEI_CODES);
const messages = (confidence: string): Record<string, string> =>
  Object.fromEntries(
    rows.filter(([, row]) => row.source.confidence === confidence).map(([code, row]) => [code, row.message]),
  );

describe("Huawei's catalog", () => {
  it('has the fourteen codes of the revoke page, each with its exact message', () => {
    expect(messages('page')).toEqual(ON_THE_PAGE);
  });

  it('adds four codes of sending, marked as documented elsewhere', () => {
    expect(messages('elsewhere')).toEqual(ON_THE_SEND_PAGE);
  });

  it('has no other code', () => {
    expect(rows).toHaveLength(18);
  });

  it('takes seven HTTP statuses from the page and six from general knowledge', () => {
    const statuses = (confidence: string): string[] =>
      Object.entries(HUAWEI_HTTP)
        .filter(([, row]) => row.source.confidence === confidence)
        .map(([status]) => status)
        .sort();
    expect(statuses('page')).toEqual(['200', '400', '401', '404', '500', '502', '503']);
    expect(statuses('unconfirmed')).toEqual(['3xx', '403', '408', '413', '429', '504']);
  });

  it('says where each code of the page can be read', () => {
    expect(HUAWEI_CODES['80300028'].source).toEqual({
      url: 'https://developer.huawei.com/consumer/cn/doc/harmonyos-references/push-msg-revoke',
      section: '业务响应码',
      retrieved: '2026-11-23',
      confidence: 'page',
    });
  });
});
