import type { HuaweiCode } from '../../../../huawei/catalog.ts';
import type { Texts } from '../../../locale.ts';
import { LINKS } from '../../links.ts';

/** The request itself: parameters, shape and size. */
export const REQUEST = {
  '80100001': {
    title: '参数有误',
    meaning: '华为认为请求中有一个或多个参数不合法，整个请求未被受理。',
    causes: [
      '部分参数不符合规则：notifyId、token、push-type 或 URL 中的 Client ID。',
      '如果相同设置下其他批次已被受理：这一批里有华为无法解析的 Token。',
    ],
    remedies: [
      '查看应答中的 msg，它会指出是哪个参数，改正后重发。',
      `对照参数表检查：${LINKS.huaweiRevoke}`,
      '检查 --notify-id（0 到 2147483647 的整数）和 --push-type（notification 或 extension）。',
    ],
  },
  '80100003': {
    title: '请求体或请求头结构不对',
    meaning: '消息结构不符合华为的要求，整个请求未被受理。“Illegal payload”后面的文字会指出具体位置。',
    causes: [
      '缺少 push-type 请求头，或取值不是 0 和 2（只有这两类消息可以撤回）。',
      'JSON 请求体格式错误，或字段缺失、拼写错误、类型不对。',
    ],
    remedies: [
      '看“Illegal payload”后面的文字，改正它指出的请求体或请求头。',
      `对照官方的请求体结构检查：${LINKS.huaweiRevoke}`,
      '如果请求由 unpush 生成，请检查中间是否有代理改写了请求头或请求体。',
    ],
    note: '官方页面的一个示例中，此码附带的文字是“The header does not contain valid push-type”。',
  },
  '80300008': {
    title: '消息体过大',
    meaning: '华为判定请求体超过上限，整个请求未被受理。',
    causes: [
      '不计 Token，请求体超过 4096 字节。',
      '华为把 Token 也计入了长度：不计 Token 的话，unpush 的撤回请求远达不到上限。',
    ],
    remedies: ['先不用处理：unpush 会减少每个请求携带的 Token。', '若仍如此，请自行调小 --batch-size。'],
    note: '较新版本的撤回页面在正文里提到此码，但响应码列表中没有；这里的文字取自发送接口。',
  },
  '80300010': {
    title: 'Token 数为零或超限',
    meaning: '请求中的 Token 数量不在华为当前允许的范围内，一个也没有受理。',
    causes: [
      'Token 数超过系统配置的上限，目前每个请求 1000 个；华为可能会调低。',
      '华为一个 Token 也没看到：token 字段为空、拼错或放错了位置。',
    ],
    remedies: [
      '看应答中的两个数字，它们是允许的最小值和最大值。',
      '核对 Token 数量，超限就分多次请求发送。unpush 会按应答给出的上限自动减少。',
      '如果只带一个 Token 也被这样拒绝，请检查请求体：Token 没有以 "token": [...] 的形式送到华为。',
    ],
  },
} satisfies Partial<Texts<HuaweiCode>>;
