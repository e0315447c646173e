import type { HttpStatus } from '../../../http.ts';
import type { Texts } from '../../../locale.ts';
import { LINKS } from '../../links.ts';

const BEFORE_HUAWEI = '应答来自华为之前的代理或负载均衡：华为的文档中没有这个状态码。';
const WAIT = '先等一等：unpush 会自动重发几次，仍无结果则把这些 Token 记为“结果未知”。';

/** Statuses without a code that could be read. */
export const HTTP: Texts<HttpStatus> = {
  '200': {
    title: '已送达，结果不明',
    meaning: '在华为那里 200 表示成功，但只有响应体里同时有 80000000 才算已受理，而这次没有读到。',
    causes: ['响应体不完整，或不是华为文档所述的 JSON。', '应答来自代理或网络的登录页面，而不是华为。'],
    remedies: ['看看响应体的开头：如果是网页，请换一个网络或配置好代理。', WAIT],
  },
  '3xx': {
    title: '被重定向到别处',
    meaning: '应答要求改访问另一个地址。unpush 从不跟随重定向，否则 JWT 会泄露给陌生的服务器。',
    causes: ['请求被代理或认证门户截获。', '接入地址有误，或用了明文 http。'],
    remedies: [
      '检查 --endpoint，默认是 https://push-api.cloud.huawei.com 。',
      '换一个不做重定向的网络，或配置好代理。',
    ],
    note: '华为的文档中没有重定向。',
  },
  '400': {
    title: '参数不合要求',
    meaning: '华为认为请求参数有误，但没有读到能进一步说明的业务响应码。',
    causes: ['参数有误，具体原因由响应体中的业务响应码说明。'],
    remedies: [
      '查看响应体中的 code 和 msg，再用 unpush explain CODE 继续排查。',
      '如果没有响应体，请检查 --client-id、--notify-id、--push-type，以及是否被代理丢弃。',
    ],
  },
  '401': {
    title: '鉴权未通过',
    meaning: '华为不接受 Authorization 请求头，整个请求未被受理。',
    causes: ['JWT 已过期、属于其他项目，或用已失效的密钥签名。', '缺少 Authorization 请求头，或途中被改动。'],
    remedies: [
      '检查 Authorization 请求头：“Bearer”、一个空格、JWT。查看 JWT 的内容：unpush token --decode',
      '检查服务账号和本机时钟。unpush 会自动换一次新的 JWT，仍被拒绝则停止。',
    ],
  },
  '403': {
    title: '禁止访问',
    meaning: '服务器看懂了请求，但予以拒绝，整个请求未被受理。',
    causes: ['防火墙、代理或网络策略不放行。', '应用或本机地址被华为封禁。'],
    remedies: [
      '看响应体，多半能看出是谁拒绝的。',
      `如果是华为，请提交工单询问，有 requestId 就附上：${LINKS.huaweiTicket}`,
    ],
    note: '华为的文档中没有这个状态码。',
  },
  '404': {
    title: '地址不存在',
    meaning: '华为在请求的地址上找不到服务，整个请求未被受理。',
    causes: ['URL 中的 Client ID 有误。', '接入地址或路径有误。'],
    remedies: [
      '检查 URI：https://push-api.cloud.huawei.com/v1/{clientId}/messages:revoke',
      `确认 --client-id 是该应用的：${LINKS.huaweiClientId}`,
    ],
  },
  '408': {
    title: '服务器等待超时',
    meaning: '请求没有及时完整送达，但仍有可能已经执行。',
    causes: ['网络连接缓慢或拥塞。', BEFORE_HUAWEI],
    remedies: [WAIT, '若一直如此，请检查上行网络，或调小 --batch-size。'],
  },
  '413': {
    title: '请求体过大',
    meaning: '请求体超过途中某处的上限，整个请求未被受理。',
    causes: [BEFORE_HUAWEI, '华为限制请求体长度时把 Token 也算在内。'],
    remedies: ['先不用处理：unpush 会减少每个请求携带的 Token。', '调高代理的上限，或调小 --batch-size。'],
  },
  '429': {
    title: '请求过多',
    meaning: '途中有一方要求放慢速度，这次请求未被受理。',
    causes: [BEFORE_HUAWEI, '多个撤回任务或发送程序共用同一应用的配额。'],
    remedies: [
      '先不用处理：unpush 会降低速度，并摸索出允许的速率。',
      '把 --quota 设到阈值以下，并暂停该应用的其他推送。',
    ],
    note: '华为自己的流量控制返回的是 503。',
  },
  '500': {
    title: '华为服务内部错误',
    meaning: '华为的服务出错。这次请求可能已经执行，也可能没有。',
    causes: ['服务内部故障。'],
    remedies: [WAIT, `若一直如此，请提交工单，附上发生时间，有 requestId 也请附上：${LINKS.huaweiTicket}`],
  },
  '502': {
    title: '到服务的连接中断',
    meaning: '请求在华为网关与服务之间丢失，或者已经送达而应答丢失。',
    causes: ['连接异常，多半是网络不稳定。'],
    remedies: [
      '稍后重试。unpush 会自动重发几次，仍无结果则把这些 Token 记为“结果未知”。',
      `若一直如此，请提交工单：${LINKS.huaweiTicket}`,
    ],
  },
  '503': {
    title: '触发流量控制：发得太快',
    meaning: '该应用每秒涉及的设备数超过了华为允许的上限。这次请求未被受理，可以原样重发。',
    causes: [
      '本次撤回的速度超过阈值。阈值按每秒设备数（Token 数）计，不按请求数计。',
      '同一应用的其他推送或另一个撤回任务占用了同一阈值。',
      '华为暂时对所有应用整体限流。',
    ],
    remedies: [
      '匀速发送。unpush 会自动降速，把请求均匀分布，并摸索出允许的速率。',
      '把推送分散到全天的不同时段，不要扎堆；撤回完成之前暂停该应用的营销推送。',
      '在 AppGallery Connect 查看阈值，用 --quota 设为该值，单位是每秒目标数。',
    ],
  },
  '504': {
    title: '等待应答超时',
    meaning: '服务之前的某一环不再等待。这次请求可能已经执行。',
    causes: ['服务缓慢或停止。', BEFORE_HUAWEI],
    remedies: [WAIT],
  },
};
