import type { Locale } from '../locale.ts';
import { ACCESS as HUAWEI_ACCESS } from './en/huawei/access.ts';
import { GENERAL as HUAWEI_GENERAL } from './en/huawei/general.ts';
import { HTTP as HUAWEI_HTTP } from './en/huawei/http.ts';
import { REQUEST as HUAWEI_REQUEST } from './en/huawei/request.ts';
import { TARGET as HUAWEI_TARGET } from './en/huawei/target.ts';
import { ACCESS } from './en/mpaas/access.ts';
import { BROADCAST } from './en/mpaas/broadcast.ts';
import { EXTENSION } from './en/mpaas/extension.ts';
import { GATEWAY } from './en/mpaas/gateway.ts';
import { GENERAL } from './en/mpaas/general.ts';
import { HTTP } from './en/mpaas/http.ts';
import { MESSAGE } from './en/mpaas/message.ts';
import { TARGET } from './en/mpaas/target.ts';
import { TEMPLATE } from './en/mpaas/template.ts';
import { ABOUT, ADVICE } from './en/words.ts';

/** The catalog in English. */
export const EN: Locale = {
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
