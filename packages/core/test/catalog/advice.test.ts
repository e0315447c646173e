import { describe, expect, it } from 'vitest';
import { CATALOG } from '../../src/catalog/lookup.ts';

// The advice table: `vendor kind code`, then advice and what it is about
const HUAWEI = `
80000000 done success
80000001 retry vendor-fault
80100001 fix request
80100003 fix request
80100020 split target
80200001 renew credential
80200003 renew credential
80200005 renew credential
80300002 fix permission
80300007 reject target
80300010 shrink request
80300017 split target
80300028 split target
80300032 stop permission
80100000 reject target
80300008 shrink request
80300036 stop credential
81000001 retry vendor-fault`;

const MPAAS = `
100 done success
-1 stop credential
3001 fix request
3002 fix request
3003 stop request
3007 stop credential
3008 fix request
3009 fix request
3012 fix request
3019 fix request
3020 fix request
3021 fix target
3022 fix request
3023 fix request
3024 fix request
3025 fix request
3026 fix request
3028 fix request
3029 fix request
3030 fix request
3031 fix request
3032 stop permission
3033 stop credential
3035 fix request
3036 fix request
3037 fix request
3038 fix request
3039 fix request
3040 fix request
3041 fix request
3042 fix request
3043 fix request
3044 fix request
3049 fix request
3050 fix request
3051 fix request
3052 fix request
3053 fix request
3054 reject target
3055 fix request
3056 fix request
3057 fix request
3058 fix request
3059 fix request
8014 stop permission
8017 fix request
8018 fix request
9000 retry vendor-fault
8011 retry quota
8012 stop credential
8013 stop credential
OK done success
Throttling* retry quota
SignatureDoesNotMatch stop credential
IncompleteSignature stop credential
SignatureNonceUsed retry request
InvalidTimeStamp.Expired renew credential
InvalidTimeStamp.Format stop request
InvalidAccessKeyId.NotFound stop credential
InvalidAccessKeyId.Inactive stop credential
InvalidSecurityToken.Expired renew credential
InvalidSecurityToken* stop credential
Missing* fix request
InvalidApi.NotFound stop request
InvalidVersion stop request
NoPermission stop permission
Forbidden* stop permission
ServiceUnavailable retry vendor-fault
InternalError retry vendor-fault`;

const HTTP = `
200 retry vendor-fault
400 fix request
401 renew credential
404 stop request
500 retry vendor-fault
502 retry vendor-fault
503 retry quota
3xx stop request
403 stop permission
408 retry vendor-fault
504 retry vendor-fault
413 shrink request
429 retry quota`;

const lines = (table: string): string[] => table.trim().split('\n').sort();

function rows(vendor: string, kind: string): string[] {
  return CATALOG.filter((entry) => entry.vendor === vendor && entry.kind === kind)
    .map(({ code, advice, about }) => `${code} ${advice} ${about}`)
    .sort();
}

describe('the advice of the catalog', () => {
  it.each([
    ['huawei', 'code', HUAWEI],
    ['huawei', 'http', HTTP],
    ['mpaas', 'code', MPAAS],
    ['mpaas', 'http', HTTP],
  ])('of %s, %s, is that of the advice table, row by row', (vendor, kind, table) => {
    expect(rows(vendor, kind)).toEqual(lines(table));
  });

  it('never lets an owner delete a target because of a code', () => {
    expect(new Set(CATALOG.map(({ targetFatal }) => targetFatal))).toEqual(new Set([false]));
  });

  it('says done for the success codes and nothing else', () => {
    const done = CATALOG.filter(({ advice }) => advice === 'done').map(({ code }) => code);
    expect(done.sort()).toEqual(['100', '80000000', 'OK']);
  });
});
