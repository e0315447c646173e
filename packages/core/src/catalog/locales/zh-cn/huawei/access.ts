import type { HuaweiCode } from '../../../../huawei/catalog.ts';
import type { Texts } from '../../../locale.ts';
import { LINKS } from '../../links.ts';

const RENEWED = 'unpush 会自动换一次新的 JWT 重发，仍被拒绝则停止。';
const CLOCK = '如果新的 JWT 也被拒绝，请校准本机时钟（NTP）；unpush 会报告时钟偏差。';
const CLOCK_WRONG = '本机时钟不准，刚生成的 JWT 在华为看来也已过期。';

/** Who we are, and what we may do. */
export const ACCESS = {
  '80200001': {
    title: '鉴权未通过',
    meaning: '华为不接受 Authorization 中的 JWT 操作这个应用，整个请求未被受理。',
    causes: [
      'Authorization 中的 JWT 不属于这个应用。',
      '生成 JWT 的项目与推送的项目不同：服务账号在甲项目，应用在乙项目。',
      '密钥已轮换或删除，而缓存中旧密钥签的 JWT 还在使用。',
      '请求没有 Authorization 头，或其值为空，例如被代理去掉了。',
      '请求没有走 v3 接口（仅对发送成立，见备注）。',
    ],
    remedies: [
      `重新生成 JWT 后再发。${RENEWED}`,
      `按步骤确认 JWT 就是为这个应用生成的：${LINKS.huaweiJwt}`,
      '核对服务账号文件中的项目与应用所属的项目；如果是发送，URL 中的 projectId 也必须是该项目。',
      '确认请求带有 Authorization 头且有值：“Bearer”、一个空格、JWT。',
      '如果是发送，请使用 v3 的 URL（https://push-api.cloud.huawei.com/v3/[projectId]/messages:send）；撤回的 URL 不要改。',
      '查看 JWT 的内容：unpush token --decode',
    ],
    note: '官方页面的原因和步骤照搬自发送接口：v3 和 projectId 只适用于发送，撤回的地址是 /v1/{clientId}/messages:revoke。对撤回来说，应当核对的是 Client ID 对应的应用是否属于服务账号所在的项目。',
  },
  '80200003': {
    title: '访问令牌已过期',
    meaning: 'Authorization 中的令牌已过有效期，整个请求未被受理。',
    causes: ['访问令牌过期。', CLOCK_WRONG],
    remedies: [`重新生成 JWT 后再发，参见 ${LINKS.huaweiJwt} 。${RENEWED}`, CLOCK],
    note: '名称里虽有 OAuth，但 HarmonyOS NEXT 直接使用 JWT，并不用它换取访问令牌。',
  },
  '80200005': {
    title: 'JWT 已过期',
    meaning: 'Authorization 中的 JWT 已过 exp 所示的时间，整个请求未被受理。',
    causes: [
      'JWT 过期；华为建议有效期设为 3600 秒，期间可以重复使用。',
      CLOCK_WRONG,
      '缓存的保留时间比 JWT 的有效期还长。',
    ],
    remedies: [`重新生成 JWT 后再发，参见 ${LINKS.huaweiJwt} 。${RENEWED}`, CLOCK],
  },
  '80300036': {
    title: 'JWT 有效期过长',
    meaning: 'JWT 声明的有效期超过华为允许的上限，整个请求未被受理。',
    causes: ['JWT 的有效期超过一天，可能是其他程序这样设置的，也可能来自共享缓存。'],
    remedies: [
      '让 exp 比 iat 晚 3600 秒。unpush 自己生成的 JWT 都是如此。',
      '查出还有谁在写令牌缓存，并清空缓存：同样方式再生成的 JWT 还会被拒绝。',
    ],
    note: '此码出现在发送接口的文档中，撤回页面没有列出。',
  },
  '80300002': {
    title: '无权向这些目标推送',
    meaning: '华为认为该应用无权向请求中的 Token 推送，一个也没有受理。',
    causes: [
      '应用没有开通推送服务。',
      'Client ID 不是应用级的，例如误用了项目的 Client ID。',
      '如果相同设置下其他批次已被受理：这一批里有该应用无权使用的 Token。',
    ],
    remedies: [
      `登录 AppGallery Connect（${LINKS.appGallery}）确认推送服务已开通，开通方法见 ${LINKS.huaweiEnablePush}`,
      `确认 --client-id 是应用级的 Client ID：${LINKS.huaweiClientId}`,
    ],
    note: '应答文字说的是“these tmIDs”，像是针对个别 Token；而文档给出的两个原因都是应用的配置。',
  },
  '80300032': {
    title: '没有撤回权限',
    meaning: '华为认为该应用不能撤回消息，一个 Token 也没有受理。',
    causes: ['应用没有撤回消息的权限，华为未作进一步说明。', '请求没有同时携带 token 和 notifyId。'],
    remedies: [
      '撤回时在同一个请求里同时携带 token 和 notifyId。unpush 总是这样做。',
      `如果已经如此，请附上 requestId 向华为申请权限：${LINKS.huaweiTicket}`,
    ],
  },
} satisfies Partial<Texts<HuaweiCode>>;
