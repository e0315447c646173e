import type { MpaasCode } from '../../../../mpaas/catalog.ts';
import type { Texts } from '../../../locale.ts';
import { OUR_READING } from './notes.ts';

const COPY_IDS = '从 mPaaS 控制台复制该应用的 App ID 和 Workspace ID，填入 --app-id 和 --workspace-id。';
const CHECK_REGION = '检查 --region 或 --endpoint，必须是应用所在的地域。';
const API_SETTINGS =
  '“设置 > 密钥管理 > 推送 API 配置”（Settings > Key management > Push API configuration）';

/** Which app, and whether we may. */
export const ACCESS = {
  '-1': {
    title: '签名不匹配',
    meaning: 'mPaaS 算出的签名与请求携带的不同，整个请求未被受理。',
    causes: [
      '签名用的密钥或私钥不对。',
      '控制台中的公钥与正在使用的私钥不是一对。',
      '请求体在签名之后被改动，例如被代理改写。',
    ],
    remedies: [
      `检查签名用的密钥；如果是 RSA 签名的 API，还要检查${API_SETTINGS}中的公钥。`,
      '确认途中没有程序改写请求。',
    ],
    note: '像是 RSA 签名的 REST API 的结果码；AccessKey 有误时更可能返回 SignatureDoesNotMatch。不要与推送状态码 -1（等待验证）混淆。',
  },
  '3003': {
    title: '缺少 App ID 或 Workspace ID',
    meaning: '请求没有说明是哪个应用，未被受理。',
    causes: ['AppId 或 WorkspaceId 为空，或在途中丢失。'],
    remedies: [COPY_IDS, '缺少它们时 unpush 会拒绝发送：如果是它的请求，请检查代理。'],
  },
  '3007': {
    title: 'App ID 或 Workspace ID 有误',
    meaning: 'mPaaS 找不到这样的应用或工作空间，整个请求未被受理。',
    causes: ['填写有误，或混用了两个应用、两个工作空间的 ID。', '应用所在的地域与接入地址不同。'],
    remedies: [COPY_IDS, CHECK_REGION],
    note: OUR_READING,
  },
  '8012': {
    title: '应用或工作空间在此无效',
    meaning: '凭 App ID 和 Workspace ID 找不到对应的实例，整个请求未被受理。',
    causes: ['App ID 或 Workspace ID 有误，或两者不是一套。'],
    remedies: [COPY_IDS, CHECK_REGION],
    note: '文档列在模板接口之下，但推送时也有人遇到：此时应答的 ResultCode 就是 8012。',
  },
  '8013': {
    title: 'Tenant ID 有误',
    meaning: '请求中的 TenantId 无效，请求未被受理。',
    causes: ['填写有误，或属于另一个账号。'],
    remedies: ['从 mPaaS 控制台复制租户 ID。撤回不需要它，可以不填就不要填。'],
    note: '文档列在模板接口之下。',
  },
  '8014': {
    title: '账号无权操作该应用',
    meaning: 'AccessKey 有效，但无权用于这个应用和工作空间，请求未被受理。',
    causes: [
      'AccessKey 与应用不属于同一个账号。',
      'RAM 用户或角色没有 mPaaS 的权限。',
      'App ID 或 Workspace ID 是别人的。',
    ],
    remedies: [
      '使用应用所属账号的 AccessKey，并确认它与 App ID、Workspace ID 相匹配。',
      '为 RAM 用户或角色授予 mPaaS 的权限。',
      COPY_IDS,
    ],
  },
  '3032': {
    title: '推送 API 未开启',
    meaning: '该应用的推送 API 处于关闭状态，mPaaS 不接受任何调用。',
    causes: ['控制台中的开关是关闭的；新应用可能从未打开过。'],
    remedies: [`在 mPaaS 控制台的${API_SETTINGS}中打开开关。`, '然后继续撤回任务，其中的目标仍是“未尝试”。'],
    note: OUR_READING,
  },
  '3033': {
    title: '签名类型不支持',
    meaning: 'mPaaS 不认识请求使用的签名类型，请求未被受理。',
    causes: ['RSA 签名的 REST API 没有设置为 RSA。'],
    remedies: [`在 mPaaS 控制台的${API_SETTINGS}中选择 RSA，并填入 2048 位公钥。`],
    note: `像是 RSA 签名的 REST API 的结果码，unpush 不用该 API。${OUR_READING}`,
  },
} satisfies Partial<Texts<MpaasCode>>;
