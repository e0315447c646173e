import type { Locale } from '../locale.ts';
import { ACCESS as HUAWEI_ACCESS } from './zh-cn/huawei/access.ts';
import { GENERAL as HUAWEI_GENERAL } from './zh-cn/huawei/general.ts';
import { HTTP as HUAWEI_HTTP } from './zh-cn/huawei/http.ts';
import { REQUEST as HUAWEI_REQUEST } from './zh-cn/huawei/request.ts';
import { TARGET as HUAWEI_TARGET } from './zh-cn/huawei/target.ts';
import { ACCESS } from './zh-cn/mpaas/access.ts';
import { BROADCAST } from './zh-cn/mpaas/broadcast.ts';
import { EXTENSION } from './zh-cn/mpaas/extension.ts';
import { GATEWAY } from './zh-cn/mpaas/gateway.ts';
import { GENERAL } from './zh-cn/mpaas/general.ts';
import { HTTP } from './zh-cn/mpaas/http.ts';
import { MESSAGE } from './zh-cn/mpaas/message.ts';
import { TARGET } from './zh-cn/mpaas/target.ts';
import { TEMPLATE } from './zh-cn/mpaas/template.ts';
import { ABOUT, ADVICE } from './zh-cn/words.ts';

/** The catalog in simplified Chinese. */
export const ZH_CN: Locale = {
  about: ABOUT,
  advice: ADVICE,
  texts: {
    huawei: {
      code: { ...HUAWEI_GENERAL, ...HUAWEI_REQUEST, ...HUAWEI_ACCESS, ...HUAWEI_TARGET },
      http: HUAWEI_HTTP,
    },
    mpaas: {
      code: {
        ...GENERAL,
        ...ACCESS,
        ...GATEWAY,
        ...TARGET,
        ...MESSAGE,
        ...TEMPLATE,
        ...BROADCAST,
        ...EXTENSION,
      },
      http: HTTP,
    },
  },
};
