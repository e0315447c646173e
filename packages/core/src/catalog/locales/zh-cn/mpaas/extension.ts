import type { MpaasCode } from '../../../../mpaas/catalog.ts';
import type { Texts } from '../../../locale.ts';
import { PUSH_ONLY } from './notes.ts';

/** Extension fields, channels and badges. */
export const EXTENSION = {
  '3035': {
    title: '扩展字段过多',
    meaning: '推送的扩展字段超过上限，没有推送给任何人。',
    causes: ['ExtendedParams 超过 20 个字段。'],
    remedies: ['控制在 20 个以内；必要时把几个值合并到一个字段。'],
    note: PUSH_ONLY,
  },
  '3044': {
    title: '扩展字段不合规',
    meaning: '推送的某个扩展字段无效，没有推送给任何人。',
    causes: [
      'ExtendedParams 不是以文本形式书写的 JSON 对象。',
      '使用了保留的键：notifyType、action、silent、pushType、templateCode、channel 或 taskId。',
    ],
    remedies: ['以 JSON 文本传 ExtendedParams，并给与保留键重名的键改名。'],
    note: PUSH_ONLY,
  },
  '3049': {
    title: '单个目标的扩展字段过多',
    meaning: '批量推送中某个目标自带的扩展字段超过上限，没有推送给任何人。',
    causes: ['TargetMsg 内的 ExtendedParams 达到或超过 10 个字段。'],
    remedies: ['每个目标最多 9 个字段，共用的字段移到外层。'],
    note: PUSH_ONLY,
  },
  '3057': {
    title: 'Android 通道有误',
    meaning: 'AndroidChannel 不是 mPaaS 认识的值，没有推送给任何人。',
    causes: ['取值既不是 1 也不是 2。'],
    remedies: ['把 AndroidChannel 设为 1（自建通道）或 2（默认）。'],
    note: PUSH_ONLY,
  },
  '3058': {
    title: '角标数有误',
    meaning: '要累加的应用角标数无效，没有推送给任何人。',
    causes: ['badge_add_num 不是整数，或超出范围。'],
    remedies: ['badge_add_num 请填整数；华为接受 1 到 99。'],
    note: `mPaaS 的取值范围没有公布。${PUSH_ONLY}`,
  },
  '3059': {
    title: '缺少角标入口类',
    meaning: '给出了角标数，却没有给出显示角标的应用入口，没有推送给任何人。',
    causes: ['设置了 badge_add_num，没有设置 badge_class。'],
    remedies: ['把 badge_class 设为应用的入口类，或去掉 badge_add_num。'],
    note: PUSH_ONLY,
  },
} satisfies Partial<Texts<MpaasCode>>;
