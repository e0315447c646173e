import type { HttpStatus } from '../../../http.ts';
import type { Texts } from '../../../locale.ts';
import { LINKS } from '../../links.ts';

const UNDOCUMENTED = '阿里云没有公布消息推送的 HTTP 状态码，这里是 HTTP 及其网关的一般含义。';
const WAIT = '先等一等：unpush 会自动重发几次，仍无结果则把目标记为“结果未知”。';
const SLOWER = '先不用处理：unpush 会降低速度，并摸索出允许的速率。';
const ALONE = '设置 --quota，并暂停其他调用 mPaaS 的程序。';
const READ_CODE = '查看响应体中的 Code 和 Message，再用 unpush explain CODE 继续排查。';

/** Statuses without a code that could be read. */
export const HTTP: Texts<HttpStatus> = {
  '200': {
    title: '已送达，结果不明',
    meaning: '应答已经返回，但其中没有内容表明请求已受理。',
    causes: ['响应体不完整，或不是 JSON。', '应答来自代理或网络的登录页面。'],
    remedies: ['看看响应体的开头：如果是网页，请换一个网络。', WAIT],
    note: '消息推送服务自身的错误也可能以 200 返回，应以响应体中的结果码为准。',
  },
  '3xx': {
    title: '被重定向到别处',
    meaning: '应答要求改访问另一个地址。unpush 从不跟随重定向。',
    causes: ['请求被代理或认证门户截获。', '接入地址有误，或用了明文 http。'],
    remedies: ['检查 --endpoint 和 --region。', '换一个不做重定向的网络，或配置好代理。'],
    note: UNDOCUMENTED,
  },
  '400': {
    title: '请求被网关拒绝',
    meaning: '网关认为请求有误，但没有读到能进一步说明的错误码。',
    causes: ['签名、时钟或参数有误，或被限流：这些都可能以 400 返回。'],
    remedies: [READ_CODE, '如果没有响应体，请检查是否被代理丢弃。'],
    note: UNDOCUMENTED,
  },
  '401': {
    title: '未通过身份认证',
    meaning: '凭据未被接受，整个请求未被受理。',
    causes: ['AccessKey 有误，或 STS 令牌已过期。', '代理自己要求登录。'],
    remedies: [
      READ_CODE,
      '检查 --access-key-file。如果临时凭据来自凭据提供方，unpush 会重新索取一次，否则停止。',
    ],
    note: UNDOCUMENTED,
  },
  '403': {
    title: '禁止访问',
    meaning: '服务器看懂了请求，但予以拒绝，整个请求未被受理。',
    causes: ['RAM 权限策略不允许此操作。', '防火墙或代理不放行。'],
    remedies: [READ_CODE, '请管理员为 RAM 用户或角色授予消息推送的操作权限。'],
    note: UNDOCUMENTED,
  },
  '404': {
    title: '地址不存在',
    meaning: '这个地址上没有该接口，整个请求未被受理。',
    causes: ['接入地址有误，或属于其他产品、其他地域。', 'AccessKey 不存在。'],
    remedies: [READ_CODE, '检查 --endpoint 和 --region。'],
    note: UNDOCUMENTED,
  },
  '408': {
    title: '服务器等待超时',
    meaning: '请求没有及时完整送达，但仍有可能已经执行。',
    causes: ['网络连接缓慢或拥塞。'],
    remedies: [WAIT, '若一直如此，请检查上行网络。'],
    note: UNDOCUMENTED,
  },
  '413': {
    title: '请求体过大',
    meaning: '请求体超过途中某处的上限，整个请求未被受理。',
    causes: ['代理的上限过小：一个撤回请求只有一个目标，远不到 1 KB。'],
    remedies: ['调高代理的上限，或绕开代理。只有一个目标时无从拆分，unpush 会停止。'],
    note: UNDOCUMENTED,
  },
  '429': {
    title: '请求过多',
    meaning: '途中有一方要求放慢速度，这次请求未被受理。',
    causes: ['网关对账号限流。', '代理限制了调用。'],
    remedies: [SLOWER, ALONE],
    note: UNDOCUMENTED,
  },
  '500': {
    title: '阿里云内部错误',
    meaning: '服务出错。这次请求可能已经执行，也可能没有。',
    causes: ['服务内部故障。'],
    remedies: [WAIT, '若一直如此，请提交工单，附上发生时间和 RequestId。'],
    note: UNDOCUMENTED,
  },
  '502': {
    title: '到服务的连接中断',
    meaning: '请求或它的应答在网关后面丢失。',
    causes: ['网络不稳定，或服务正在重启。'],
    remedies: [WAIT, '若一直如此，请提交工单。'],
    note: UNDOCUMENTED,
  },
  '503': {
    title: '发得太快，或服务暂不可用',
    meaning: '网关没有受理这次请求，可以原样重发。',
    causes: ['限流：同一时间调用过多。', '服务一时过载或停止。'],
    remedies: [SLOWER, ALONE, `若一直如此，请在这里查询：${LINKS.alibabaErrors}`],
    note: UNDOCUMENTED,
  },
  '504': {
    title: '等待应答超时',
    meaning: '网关不再等待服务的应答。这次请求可能已经执行。',
    causes: ['服务缓慢或停止。'],
    remedies: [WAIT],
    note: UNDOCUMENTED,
  },
};
