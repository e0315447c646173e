import type { MpaasCode } from '../../../../mpaas/catalog.ts';
import type { Texts } from '../../../locale.ts';
import { LINKS } from '../../links.ts';
import { GATEWAY_ONLY, OUR_READING } from './notes.ts';

const WAIT = '先等一等：unpush 会自动重发几次，仍无结果则把目标记为“结果未知”。';
const TICKET = '若一直如此，请向阿里云提交工单，并附上 RequestId 和发生时间。';
const SLOWER = '先不用处理：unpush 会降低速度，并摸索出允许的速率。';
const ALONE = '暂停用同一账号调用 mPaaS 的其他程序，并设置 --quota，单位是每秒目标数。';

/** Accepted, too fast, the vendor's own trouble, or a request refused without saying which field. */
export const GENERAL = {
  '100': {
    title: '成功',
    meaning:
      '消息推送服务接收了请求。只有应答中 Success 同为 true 才算已受理；通知是否真从屏幕上消失，应答并不说明。',
    causes: ['请求本身没有问题。'],
    remedies: ['无需处理。如果日后需要举证，请保留 RequestId。'],
  },
  OK: {
    title: '网关已接收',
    meaning:
      '撤回请求正常时的 ResultCode。只有 PushResult.Success 为 true 才算已受理，否则真正的结果码在应答的其他字段里。',
    causes: ['请求本身没有问题，或者在内部环节失败。'],
    remedies: [
      '查看 PushResult.Success。如果是 false，请查 ResultMessage 或 PushResult.ResultMsg 中的结果码。',
    ],
    note: '官方示例中 OK 与“param is invalid”同时出现，因此单凭 OK 不能说明什么。',
  },
  '9000': {
    title: 'mPaaS 系统错误',
    meaning: '消息推送服务内部出错。这次请求可能已经执行，也可能没有。',
    causes: ['服务侧未细分的故障。'],
    remedies: [
      WAIT,
      '不要因为此码手工重发推送，用户可能会收到两次。unpush 只重发撤回，从不重发推送。',
      TICKET,
    ],
  },
  '8011': {
    title: '触发流量控制：调用太快',
    meaning: '消息推送服务限制了调用频率，这次请求未被受理。',
    causes: ['同一时间的调用超过该应用的上限。', '其他程序占用了同一上限。'],
    remedies: [SLOWER, ALONE],
    note: '此码只出现在模板接口的文档中，上限数值没有公布。',
  },
  'Throttling*': {
    title: '被网关限流',
    meaning: '请求太多，被阿里云网关拒绝，这次请求未被受理。',
    causes: [
      '同一时间的调用过多：Throttling.User 按账号的全部调用计，Throttling.Api 按单个接口计。',
      '同一账号的其他程序占用了同一上限。',
    ],
    remedies: [`${SLOWER}应答要求的等待时间也会遵守。`, ALONE],
    note: '除 429 和 503 外，也会以 HTTP 400 返回。x-acs-retry-after 响应头的单位是毫秒。',
  },
  ServiceUnavailable: {
    title: '服务暂不可用',
    meaning: '网关后面的服务没有应答。这次请求可能已经执行。',
    causes: ['阿里云短暂故障或维护。'],
    remedies: [WAIT, `若一直如此，请在这里查询：${LINKS.alibabaErrors}`],
    note: GATEWAY_ONLY,
  },
  InternalError: {
    title: '阿里云内部错误',
    meaning: '网关后面出错。这次请求可能已经执行，也可能没有。',
    causes: ['服务侧未细分的故障。'],
    remedies: [WAIT, TICKET],
    note: GATEWAY_ONLY,
  },
  '3028': {
    title: '参数无效',
    meaning: '消息推送服务不接受请求中的某个值。对撤回来说，也可能是这条消息在这个目标上无可撤回。',
    causes: [
      '目标的类型与推送时不一致：按设备推送的要用设备 ID，按用户推送的要用用户 ID。',
      '消息 ID 不是推送时自己填的那个；或者当时是按任务推送的，应当使用 --task-id。',
      '推送已超过 7 天，而撤回只支持最近 7 天。',
      '之前已经对它发起过撤回。',
      'AppId、WorkspaceId 或其他值格式有误。',
    ],
    remedies: [
      '确认 --message-id 是自己在推送时填的业务 ID（TargetMsgkey 中的值），目标则是与它对应的键。',
      '批量推送和群发推送请只用 --task-id。',
      '核对推送时间：超过 7 天就无法再用这里的接口撤回。',
      '如果只有部分目标被拒绝，问题就出在这些目标上；unpush 会把头十个都试过再决定是否停止。',
    ],
    note: '消息不存在、已过期或重复撤回时返回什么，文档没有写；认为会是此码只是推测。',
  },
  '3031': {
    title: '请求不是 UTF-8',
    meaning: '请求体无法按 UTF-8 读取，整个请求未被受理。',
    causes: ['途中的程序或代理改变了编码。', '其他客户端使用了别的编码。'],
    remedies: [
      '用 UTF-8 发送请求体，并确认没有代理改写它。',
      'unpush 总是使用 UTF-8：如果是它自己的请求出现此码，请作为缺陷反馈。',
    ],
    note: `像是 RSA 签名的 REST API 的结果码，unpush 不用该 API。${OUR_READING}`,
  },
} satisfies Partial<Texts<MpaasCode>>;
