import type { HuaweiCode } from '../../../../huawei/catalog.ts';
import type { Texts } from '../../../locale.ts';
import { LINKS } from '../../links.ts';

const WAIT = '先等一等：unpush 会自动重发几次，仍无结果则把这些 Token 记为“结果未知”。';
const TICKET = `若一直如此，请提交工单，并附上 requestId 和发生时间：${LINKS.huaweiTicket}`;

/** Accepted, or Huawei's own trouble. */
export const GENERAL = {
  '80000000': {
    title: '请求已受理',
    meaning:
      '华为受理了对本次请求中全部 Token 的撤回（应答里点名的非法 Token 除外）。通知是否真从屏幕上消失，应答并不说明；用户点过的通知会保留。',
    causes: ['请求本身没有问题。'],
    remedies: [
      '无需处理。如果日后需要举证，请保留 requestId。',
      '应答的 illegalTokens 中列出的 Token，unpush 会记为“被拒绝”。',
    ],
    note: '官方页面对此码的说明讲的是“发送”。notifyId 不存在、已过期或通知已被点击时会返回什么，文档没有写，因此“已受理”也可能包含这些情况。',
  },
  '80000001': {
    title: '华为系统内部错误',
    meaning: '华为推送服务内部出错。这次请求可能已经执行，也可能没有。',
    causes: ['华为侧未细分的故障：凡不属于其他响应码的错误都归到这里。'],
    remedies: [WAIT, TICKET, '稍后再向结果未知的目标发送一次：使用 --report 时，报告中会列出它们。'],
  },
  '81000001': {
    title: '华为内部错误',
    meaning: '华为推送服务内部出错。这次请求可能已经执行，也可能没有。',
    causes: ['华为侧未细分的故障。'],
    remedies: [WAIT, TICKET],
    note: '此码只出现在发送接口的文档中；撤回接口用 80000001 表示同类故障。',
  },
} satisfies Partial<Texts<HuaweiCode>>;
