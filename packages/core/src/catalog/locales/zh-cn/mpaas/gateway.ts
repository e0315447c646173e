import type { MpaasCode } from '../../../../mpaas/catalog.ts';
import type { Texts } from '../../../locale.ts';
import { LINKS } from '../../links.ts';
import { GATEWAY_ONLY } from './notes.ts';

const CHECK_PAIR =
  '检查 --access-key-file 中的 AccessKey ID 与 AccessKey Secret 是否是一对，有没有多余的空格。';
const GRANT = '请管理员为 RAM 用户或角色授予 mPaaS 消息推送的操作权限，包括撤回。';
const BUG = '请作为 unpush 的缺陷反馈。';

/** What the Alibaba Cloud gateway checks before Message Push sees a request. */
export const GATEWAY = {
  SignatureDoesNotMatch: {
    title: '签名不匹配',
    meaning: '网关算出的签名与请求携带的不同，请求未被受理。',
    causes: ['AccessKey Secret 有误，或属于另一个 AccessKey ID。', '请求在签名之后被代理改动。'],
    remedies: [CHECK_PAIR, `绕开代理再发。如果密钥无误而问题依旧，${BUG}`],
  },
  IncompleteSignature: {
    title: '签名不完整',
    meaning: '请求中的签名不符合网关要求的格式，请求未被受理。',
    causes: ['代理去掉或改动了签名相关的请求头。', '签名程序有错。'],
    remedies: [CHECK_PAIR, `绕开代理再发。如果问题依旧，${BUG}`],
  },
  SignatureNonceUsed: {
    title: '随机数已用过',
    meaning: '网关见过这个请求的随机数：先前有一份相同的请求已经送达，可能已经执行。',
    causes: ['网络或代理把同一请求发了两次。', '客户端重发时没有重新签名。'],
    remedies: [
      '无需处理：unpush 会换一个随机数重新签名并重发，也不会因此把目标记为“被拒绝”。',
      '如果经常出现，请查找会重复发送请求的代理。',
    ],
    note: '同一随机数在 15 分钟内不能再次使用。',
  },
  'InvalidTimeStamp.Expired': {
    title: '时钟不准',
    meaning: '请求中的时间与网关的时间相差太大，请求未被受理。',
    causes: ['本机时钟偏差超过 15 分钟。', '请求在途中滞留太久。'],
    remedies: [
      '校准时钟（NTP），并检查时区：网关按 UTC 计时。',
      'unpush 会按应答的 Date 响应头重新签名一次，仍被拒绝则停止。',
    ],
  },
  'InvalidTimeStamp.Format': {
    title: '时间格式错误',
    meaning: '网关读不懂请求中的时间，请求未被受理。',
    causes: ['时间不是 2026-01-02T03:04:05Z 这样的 UTC 格式。'],
    remedies: ['检查是否有代理改写请求头。', `时间由 unpush 填写：如果是它自己的请求出现此码，${BUG}`],
  },
  'InvalidAccessKeyId.NotFound': {
    title: 'AccessKey 不存在',
    meaning: '网关找不到这个 AccessKey ID，请求未被受理。',
    causes: ['填写有误，或 AccessKey 已删除。', '用了 STS 临时密钥，却没有带安全令牌。'],
    remedies: [CHECK_PAIR, '在 RAM 控制台确认密钥是否还在；不在就新建一个，用它继续撤回任务。'],
  },
  'InvalidAccessKeyId.Inactive': {
    title: 'AccessKey 已禁用',
    meaning: 'AccessKey 存在，但处于禁用状态，请求未被受理。',
    causes: ['有人禁用了它，可能是在轮换，也可能是因为泄露。'],
    remedies: [
      '重新启用之前，先问过管理密钥的人。',
      '把可用的密钥放进 --access-key-file，用它继续撤回任务。',
    ],
  },
  'InvalidSecurityToken.Expired': {
    title: 'STS 令牌已过期',
    meaning: '临时凭据的安全令牌已过有效期，请求未被受理。',
    causes: ['临时凭据签发已久，过了有效期。'],
    remedies: [
      '如果凭据来自凭据提供方，则无需处理：unpush 会向它重新索取一次。',
      '写死的令牌无法更新：请重新获取，用它继续撤回任务。',
    ],
    note: GATEWAY_ONLY,
  },
  'InvalidSecurityToken*': {
    title: 'STS 令牌无效',
    meaning: '安全令牌格式错误，或与 AccessKey 不配套，请求未被受理。',
    causes: ['密钥、Secret 与令牌不是同一次签发的。', '令牌被截断，或混进了换行。'],
    remedies: ['从 STS 的同一个应答里取 AccessKey ID、Secret 和令牌，用它们继续撤回任务。'],
    note: GATEWAY_ONLY,
  },
  'Missing*': {
    title: '缺少参数',
    meaning: '请求缺少一个必填参数，错误码的后半部分就是参数名。请求未被受理。',
    causes: [
      '代理丢掉了请求的一部分。',
      'MissingSecurityToken：用了 STS 临时密钥，却没有带令牌。',
      '客户端程序有错。',
    ],
    remedies: [
      '补上错误码所指的参数，例如 MissingAppId 对应 --app-id。',
      `如果参数本来就有，请检查代理；没有代理的话，${BUG}`,
    ],
  },
  'InvalidApi.NotFound': {
    title: '接口不存在',
    meaning: '网关在这个地址上找不到该接口，请求未被受理。',
    causes: ['接入地址属于其他产品或其他地域。', '该地域没有提供这个接口。'],
    remedies: [
      '检查 --endpoint 和 --region。已知的地址有 mpaas.cn-hangzhou.aliyuncs.com 和 mpaas.aliyuncs.com 。',
    ],
    note: '阿里云的文档与 SDK 给出的地址不一致，可以换另一个试试。',
  },
  InvalidVersion: {
    title: 'API 版本不存在',
    meaning: '网关在这个地址上找不到该版本的 API，请求未被受理。',
    causes: ['接入地址属于其他产品，或该地域没有 2020-10-28 版本。'],
    remedies: ['检查 --endpoint 和 --region。'],
    note: GATEWAY_ONLY,
  },
  NoPermission: {
    title: 'RAM 权限不足',
    meaning: '凭据有效，但权限策略不允许此操作，请求未被受理。',
    causes: ['RAM 用户或角色没有 mPaaS 的权限，或没有撤回的权限。'],
    remedies: [GRANT, '然后继续撤回任务。'],
    note: GATEWAY_ONLY,
  },
  'Forbidden*': {
    title: '禁止访问',
    meaning: '网关看懂了请求，但不允许执行，请求未被受理。',
    causes: ['RAM 用户或角色的权限策略不允许（Forbidden.RAM）。', '地址或网络规则把本机挡在外面。'],
    remedies: [GRANT, `查询完整的错误码：${LINKS.alibabaErrors}`, '然后继续撤回任务。'],
    note: GATEWAY_ONLY,
  },
} satisfies Partial<Texts<MpaasCode>>;
