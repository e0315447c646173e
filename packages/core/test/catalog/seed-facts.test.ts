import { describe, expect, it } from 'vitest';
import type { CatalogText } from '../../src/catalog/entry.ts';
import { EN } from '../../src/catalog/locales/en.ts';
import { ZH_CN } from '../../src/catalog/locales/zh-cn.ts';
import type { HuaweiCode } from '../../src/huawei/catalog.ts';
import type { HttpStatus } from '../../src/catalog/http.ts';

/** What the revoke page says of a code, each fact as it must be recognisable in English and in Chinese. */
interface Facts {
  readonly causes: readonly (readonly [en: RegExp, zh: RegExp])[];
  readonly remedies: readonly (readonly [en: RegExp, zh: RegExp])[];
}

const READ_ANSWER = [/answer|msg/i, /应答|Illegal payload/] as const;
const NEW_JWT = [/generate the JWT anew and send again/i, /重新生成 JWT 后再发/] as const;
const FOREIGN = [
  /tokens of another app.+different token for each app/i,
  /其他应用的 Token.+各不相同/,
] as const;
const SETTINGS = [/package name or app id.+AppGallery/i, /包名或应用 ID.+AppGallery/] as const;
const NO_FOREIGN = [/no token of another app/i, /去掉其他应用的 Token/] as const;
const CHECK_SETTINGS = [/make sure.+package name and app id.+AppGallery/i, /核对.+包名和应用 ID/] as const;
const TICKET = [/ticket.+support\/feedback/i, /工单.+support\/feedback/] as const;

const CODES: Record<
  Exclude<HuaweiCode, '80000000' | '80100000' | '80300008' | '80300036' | '81000001'>,
  Facts
> = {
  '80100001': {
    causes: [[/some of the parameters/i, /部分参数/]],
    remedies: [READ_ANSWER, [/correct that one/i, /改正后重发/], [/parameter table/i, /参数表/]],
  },
  '80100003': {
    causes: [[/JSON body is malformed/i, /JSON 请求体格式错误/]],
    remedies: [
      READ_ANSWER,
      [/correct the body/i, /改正.+请求体/],
      [/body that Huawei documents/i, /请求体结构/],
    ],
  },
  '80100020': {
    causes: [[/part of the structure/i, /消息结构有一部分/]],
    remedies: [READ_ANSWER, [/correct the parameters of the message/i, /改正.+消息参数/]],
  },
  '80200001': {
    causes: [
      [/Authorization header is missing or empty/i, /没有 Authorization 头，或其值为空/],
      [/another project/i, /项目与推送的项目不同/],
      [/does not belong to this app/i, /不属于这个应用/],
      [/v3 API/i, /v3 接口/],
    ],
    remedies: [
      [/carries an Authorization header with a value/i, /带有 Authorization 头且有值/],
      [/projectId in the URL/i, /URL 中的 projectId/],
      [/made for this very app.+push-jwt-token/i, /为这个应用生成的.+push-jwt-token/],
      [/use the v3 URL/i, /使用 v3 的 URL/],
      NEW_JWT,
    ],
  },
  '80200003': {
    causes: [[/access token has expired/i, /访问令牌过期/]],
    remedies: [NEW_JWT, [/push-jwt-token/, /push-jwt-token/]],
  },
  '80200005': {
    causes: [[/JWT has expired/i, /JWT 过期/]],
    remedies: [NEW_JWT, [/push-jwt-token/, /push-jwt-token/]],
  },
  '80300002': {
    causes: [
      [/push service is not enabled/i, /没有开通推送服务/],
      [/client id is not the app's own/i, /Client ID 不是应用级/],
    ],
    remedies: [
      [
        /AppGallery Connect.+push service is enabled.+push-config-setting/i,
        /AppGallery Connect.+已开通.+push-config-setting/,
      ],
      [/app level/i, /应用级的 Client ID/],
    ],
  },
  '80300007': {
    causes: [FOREIGN, SETTINGS, [/HarmonyOS 4 or earlier.+HarmonyOS 5/i, /HarmonyOS 4.+HarmonyOS 5/]],
    remedies: [
      NO_FOREIGN,
      CHECK_SETTINGS,
      [
        /upgraded to NEXT, get new tokens.+NEXT request body/i,
        /升级到 NEXT.+重新获取 Token.+NEXT 版本的请求体/,
      ],
      [/use the v3 URL/i, /使用 v3 的 URL/],
      [/getToken\(\) each time it starts.+report.+server/i, /启动时都调用 getToken\(\).+上报/],
    ],
  },
  '80300010': {
    causes: [
      [/more tokens than.+1000/i, /Token 数超过.+1000/],
      [/no token at all/i, /一个 Token 也没看到/],
    ],
    remedies: [READ_ANSWER, [/count your tokens.+several requests/i, /核对 Token 数量.+分多次/]],
  },
  '80300017': {
    causes: [[/several apps/i, /多个应用生成/]],
    remedies: [[/which apps made the tokens.+one app/i, /哪个应用生成.+同一个应用/]],
  },
  '80300028': { causes: [FOREIGN, SETTINGS], remedies: [NO_FOREIGN, CHECK_SETTINGS] },
  '80300032': {
    causes: [[/lacks the right to revoke/i, /没有撤回消息的权限/]],
    remedies: [[/token and notifyId in the same request/i, /同时携带 token 和 notifyId/]],
  },
  '80000001': {
    causes: [[/every other error/i, /不属于其他响应码的错误/]],
    remedies: [TICKET],
  },
};

const STATUSES: Record<'400' | '401' | '404' | '500' | '502' | '503', Facts> = {
  '400': {
    causes: [[/parameter error/i, /参数有误/]],
    remedies: [[/code and msg.+explain/i, /code 和 msg.+explain/]],
  },
  '401': {
    causes: [[/Authorization header/, /Authorization 请求头/]],
    remedies: [[/check the Authorization header/i, /检查 Authorization 请求头/]],
  },
  '404': { causes: [[/path is wrong/i, /路径有误/]], remedies: [[/check the URI/i, /检查 URI/]] },
  '500': { causes: [[/inside the service/i, /服务内部/]], remedies: [TICKET] },
  '502': {
    causes: [[/unstable network/i, /网络不稳定/]],
    remedies: [[/try again later/i, /稍后重试/], TICKET],
  },
  '503': {
    causes: [[/above the threshold/i, /超过阈值/]],
    remedies: [
      [/even speed/i, /匀速/],
      [/spread pushes over the day/i, /分散到全天/],
    ],
  },
};

function expectFacts(text: CatalogText, facts: Facts, language: 0 | 1): void {
  for (const place of ['causes', 'remedies'] as const) {
    for (const fact of facts[place]) {
      const found = text[place].filter((words) => fact[language].test(words));
      expect(found, `${place}: ${String(fact[language])}`).not.toEqual([]);
    }
  }
}

describe('every cause and remedy of the revoke page', () => {
  const codes = Object.entries(CODES) as [HuaweiCode, Facts][]; // entries of a literal: its keys are the codes
  it.each(codes)('of %s is there in both languages', (code, facts) => {
    expectFacts(EN.texts.huawei.code[code], facts, 0);
    expectFacts(ZH_CN.texts.huawei.code[code], facts, 1);
  });

  const statuses = Object.entries(STATUSES) as [HttpStatus, Facts][]; // as above
  it.each(statuses)('of HTTP %s is there in both languages', (status, facts) => {
    expectFacts(EN.texts.huawei.http[status], facts, 0);
    expectFacts(ZH_CN.texts.huawei.http[status], facts, 1);
  });

  it('that speaks of sending is marked as such', () => {
    for (const code of ['80000000', '80200001', '80300007'] as const) {
      expect(EN.texts.huawei.code[code].note, code).toMatch(/sending/);
      expect(ZH_CN.texts.huawei.code[code].note, code).toMatch(/发送/);
    }
  });
});
