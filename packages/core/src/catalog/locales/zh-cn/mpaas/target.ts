import type { MpaasCode } from '../../../../mpaas/catalog.ts';
import type { Texts } from '../../../locale.ts';
import { OUR_READING, PUSH_ONLY } from './notes.ts';

/** Whom a message goes to. */
export const TARGET = {
  '3001': {
    title: '缺少设备标识',
    meaning: '绑定或上报设备时 DeliveryToken 为空，请求未被受理。',
    causes: ['应用在设备拿到标识之前就发起了调用。', '漏填了该字段。'],
    remedies: ['等应用拿到设备标识后再绑定或上报，并填写 DeliveryToken。'],
    note: PUSH_ONLY,
  },
  '3008': {
    title: '平台不支持',
    meaning: '绑定或上报设备时，OsType 不是 mPaaS 认识的平台。',
    causes: ['OsType 取值有误，或填成了文字而不是数字。'],
    remedies: ['按所用客户端 SDK 对应的平台填写 OsType 的数值。'],
    note: `OsType 的取值不在我们掌握的页面上。${PUSH_ONLY}`,
  },
  '3009': {
    title: '目标类型不支持',
    meaning: '该接口不能向 DeliveryType 所指的目标类型推送。',
    causes: [
      '取值有误：1 是 Android 设备，2 是 iOS 设备，3 是用户，5 和 6 是实时活动，7 是 HarmonyOS 设备。',
      '该接口不接受这种类型：批量推送接受 1、2、3、7，群发推送接受 1、2、7。',
    ],
    remedies: ['把 DeliveryType 设为目标 ID 的真实类型。'],
    note: PUSH_ONLY,
  },
  '3012': {
    title: '缺少用户 ID',
    meaning: '需要 UserId 的调用（例如把设备绑定到用户）没有填写它。',
    causes: ['用户登录之前就发起了调用。', '漏填了该字段。'],
    remedies: ['登录之后再绑定，并填写 UserId。'],
    note: PUSH_ONLY,
  },
  '3021': {
    title: '缺少目标',
    meaning: '请求没有指明目标，未被受理。',
    causes: ['撤回的 TargetId 为空。', '推送的 TargetMsgkey 为空，或含有空的键。', '目标列表里有空字段。'],
    remedies: [
      '检查读取目标的列或字段（--column、--field）。',
      '如果是推送，请填写 TargetMsgkey，即目标 ID 到消息 ID 的对应关系。',
      'unpush 发送前会剔除空目标并计入格式错误：如果是它的请求，请检查代理。',
    ],
    note: OUR_READING,
  },
  '3029': {
    title: '单次推送目标过多',
    meaning: '一次极简推送或模板推送的目标数超过上限，没有推送给任何人。',
    causes: ['TargetMsgkey 超过 10 项。'],
    remedies: ['每次最多推送 10 个目标，或改用批量推送（最多 100 个）。'],
    note: PUSH_ONLY,
  },
  '3055': {
    title: '批量推送目标过多',
    meaning: '一次批量推送的目标数超过上限，没有推送给任何人。',
    causes: ['TargetMsg 超过 100 项。'],
    remedies: ['每次最多推送 100 个目标。'],
    note: PUSH_ONLY,
  },
  '3054': {
    title: '自建通道标识无效',
    meaning: '该设备在 mPaaS 自建通道上的标识对这个目标无效。',
    causes: ['标识已变化，或从未上报。', '设备还没有连上通道。'],
    remedies: [
      '让应用启动时重新上报标识。unpush 会把该目标记为“被拒绝”，然后继续。',
      '不要据此删除目标：也可能只是标识尚未生效。',
    ],
    note: OUR_READING,
  },
} satisfies Partial<Texts<MpaasCode>>;
