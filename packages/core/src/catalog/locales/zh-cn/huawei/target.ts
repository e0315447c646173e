import type { HuaweiCode } from '../../../../huawei/catalog.ts';
import type { Texts } from '../../../locale.ts';
import { LINKS } from '../../links.ts';

const FOREIGN_TOKEN = '误传了其他应用的 Token：同一台设备上，每个应用的 Token 各不相同。';
const APP_SETTINGS = '客户端应用里配置的包名或应用 ID 与 AppGallery Connect 上登记的不同。';
const CHECK_FOREIGN = '检查列表，去掉其他应用的 Token。';
const CHECK_APP = `核对客户端应用的包名和应用 ID，须与 AppGallery Connect（${LINKS.appGallery}）上登记的相同。`;

/** Single tokens. */
export const TARGET = {
  '80100000': {
    title: '部分 Token 被拒绝',
    meaning: '华为受理了请求中的一部分 Token，拒绝了另一部分，并在应答中逐个点名、给出原因。',
    causes: ['部分 Token 格式错误、属于其他应用或平台，或者应用无权使用。'],
    remedies: [
      '查看报告中的原因，从源头修正列表；被点名的 Token，unpush 记为“被拒绝”。',
      '不要仅凭此码删除 Token：noRight 之类的原因可能只是暂时的。',
    ],
    note: '此码出现在发送接口的文档中；撤回页面上文字相同的是 80100020。对点名的 Token，unpush 在这里与平常的做法不同：只要应答中的计数与本批总数相符，未被点名的就算已受理，不再重发；没有名单或计数不符时，拆分这一批；拆分后单独被拒绝的 Token 记为“未知”，因为最初的请求可能已经受理了它。',
  },
  '80100020': {
    title: '消息部分有误',
    meaning: '华为认为消息有一部分不对。只有应答列出了被拒绝的 Token，才能确定其余 Token 是否已受理。',
    causes: ['消息结构有一部分不正确。', '请求中有一些 Token 有问题：英文文字与发送接口的“部分成功”相同。'],
    remedies: [
      '查看应答中的提示，改正它指出的消息参数。',
      '在报告中查看有问题的 Token：应答名单的计数相符时 unpush 以名单为准，否则拆分这一批，直到把它们找出来。',
    ],
    note: '官方页面把它归为结构错误，应答文字却是“部分成功”，两者都没有进一步解释。这样的批次再发一次会得到什么应答，文档也没有写；因此拆分后单独被拒绝的 Token 记为“未知”，因为最初的请求可能已经受理了它。',
  },
  '80300007': {
    title: 'Token 全部无效',
    meaning: '华为认为请求中的每个 Token 都无效，一个也没有受理。',
    causes: [
      FOREIGN_TOKEN,
      APP_SETTINGS,
      '设备从 HarmonyOS 4 或更早版本升级到了 HarmonyOS 5 或更新版本（NEXT），旧 Token 不再有效，需要重新获取。',
    ],
    remedies: [
      CHECK_FOREIGN,
      CHECK_APP,
      `升级到 NEXT 的设备要重新获取 Token；如果是发送，还要使用 NEXT 版本的请求体：${LINKS.huaweiSendBody}`,
      '如果是发送，请使用 v3 的 URL（https://push-api.cloud.huawei.com/v3/[projectId]/messages:send）。',
      '让应用每次启动时都调用 getToken()，Token 有变化就上报到自己的服务器。',
      '如果开头几批全都如此，请检查文件和 --client-id：unpush 会停止，因为整份列表很可能属于另一个应用。',
    ],
    note: 'v3 和 NEXT 请求体是针对发送的建议，撤回的地址是 /v1/{clientId}/messages:revoke。单凭此码不能认定 Token 已失效，不要据此删除。',
  },
  '80300017': {
    title: 'Token 属于多个应用',
    meaning: '请求里混有多个应用的 Token，华为无法处理，一个也没有受理。',
    causes: ['列表中的 Token 由多个应用生成，例如导出时没有按应用筛选。'],
    remedies: [
      '查清 Token 各由哪个应用生成，一次撤回任务只用同一个应用的 Token。',
      '如果被拒绝的很多，请按应用筛选后重新导出。unpush 会拆分这一批，合适的 Token 照常提交撤回。',
    ],
  },
  '80300028': {
    title: 'Token 属于其他应用',
    meaning: 'Token 不属于 URL 中 Client ID 对应的应用，一个也没有受理。',
    causes: [FOREIGN_TOKEN, APP_SETTINGS, 'Client ID 填成了另一个应用的。'],
    remedies: [
      CHECK_FOREIGN,
      CHECK_APP,
      `如果所有 Token 都被这样拒绝，请检查 --client-id：${LINKS.huaweiClientId}`,
    ],
    note: '混入一个外来 Token 就会得到此码，还是全部 Token 同属另一个应用才会，文档没有写。unpush 会拆分这一批，以免好的 Token 受牵连。',
  },
} satisfies Partial<Texts<HuaweiCode>>;
