import type { MpaasCode } from '../../../../mpaas/catalog.ts';
import type { Texts } from '../../../locale.ts';
import { PUSH_ONLY } from './notes.ts';

const SET_PERIOD = '设置 UnBindPeriod：1 为 7 天，2 为 15 天，3 为 60 天，4 为永久。';

/** Broadcasts. */
export const BROADCAST = {
  '3030': {
    title: '群发只支持设备',
    meaning: '群发推送的目标是用户，没有推送给任何人。',
    causes: ['DeliveryType 是 3（用户）。'],
    remedies: ['把 DeliveryType 设为 1（Android）、2（iOS）或 7（HarmonyOS）。'],
    note: PUSH_ONLY,
  },
  '3051': {
    title: '缺少 UnBindPeriod',
    meaning: '群发包含已登出的用户时，必须说明登出多久以内，没有推送给任何人。',
    causes: ['PushStatus 为 1（全部）或 2（未绑定），却没有设置 UnBindPeriod。'],
    remedies: [SET_PERIOD],
    note: PUSH_ONLY,
  },
  '3052': {
    title: 'UnBindPeriod 有误',
    meaning: '群发的 UnBindPeriod 不是 mPaaS 认识的值，没有推送给任何人。',
    causes: ['取值不是 1、2、3、4 之一。'],
    remedies: [SET_PERIOD],
    note: PUSH_ONLY,
  },
  '3053': {
    title: '该通道不能全员群发',
    meaning: 'Android 自建通道不能同时群发给登录和登出的用户，没有推送给任何人。',
    causes: ['PushStatus 包含已登出的用户，而 AndroidChannel 是 1（自建通道）。'],
    remedies: ['把 AndroidChannel 设为 2（默认），或把 PushStatus 设为 0（仅绑定用户）。'],
    note: PUSH_ONLY,
  },
  '8018': {
    title: '时间范围有误',
    meaning: '按时间段群发时，时间范围无效，没有推送给任何人。',
    causes: ['缺少起始时间，或起始晚于结束。', '时间误用了秒而不是毫秒。'],
    remedies: ['检查绑定与解绑时间段的起止：都要填写，先后正确，单位一致。'],
    note: `时间范围的规则不在我们掌握的页面上。${PUSH_ONLY}`,
  },
} satisfies Partial<Texts<MpaasCode>>;
