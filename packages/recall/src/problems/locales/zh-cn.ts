import type { ProblemWords } from './problem-words.ts';

/** In simplified Chinese. */
export const ZH_CN: ProblemWords = {
  tag: 'zh-CN',
  kinds: {
    'invalid-request': { title: '请求无效', detail: '请求的内容不能发送，未发出任何请求。' },
    'invalid-input': { title: '目标列表无法读取', detail: '目标列表无法读取，未发出任何请求。' },
    'recall-not-found': { title: '没有这个撤回任务', detail: '不存在此编号的撤回任务。' },
    'recall-exists': {
      title: '这条通知已有撤回任务',
      detail: '同一条通知有一个尚未结束的撤回任务。请继续该任务，或以 again=true 明确要求另建一个。',
    },
    'recall-under-way': {
      title: '撤回任务正在进行',
      detail: '此刻正在处理这个撤回任务。请等待其结束，或先将其停止。',
    },
    'recall-forgotten': {
      title: '撤回任务的目标已被删除',
      detail: '任务无法继续，其记录和证据仍然保留。',
    },
    'record-unavailable': {
      title: '暂时无法保存或读取撤回任务',
      detail: '保存撤回任务的位置已满、无法访问或不可写。请稍后再试。',
    },
    'record-unusable': {
      title: '撤回任务的记录无法使用',
      detail: '记录已损坏，或由更新的版本创建。需要由本服务的运维人员处理。',
    },
    'invalid-credential': {
      title: '本服务用于推送厂商的密钥无法使用',
      detail: '未发出任何请求。需要由本服务的运维人员处理。',
    },
    'invalid-settings': { title: '本服务配置有误', detail: '需要由本服务的运维人员处理。' },
    'input-unavailable': {
      title: '本服务无法读取目标',
      detail: '问题不在请求本身。需要由本服务的运维人员处理。',
    },
    'refused-by-vendor': {
      title: '推送厂商未受理该请求',
      detail: '厂商拒绝了该通知或其目标，返回的错误码不在目录中。',
    },
    'not-allowed-at-vendor': {
      title: '推送厂商不允许本服务执行此操作',
      detail: '厂商拒绝了本服务的密钥或应用。修改请求内容无济于事，需要由本服务的运维人员处理。',
    },
    'vendor-flow-control': {
      title: '已达到推送厂商的流量上限',
      detail: '厂商暂时不再接受此应用的请求。请稍后再试。',
    },
    'vendor-fault': { title: '推送厂商出现故障', detail: '厂商既未受理也未拒绝。请稍后再试。' },
    'no-answer': {
      title: '未收到推送厂商的应答',
      detail: '无法连接厂商，或其应答无法读取。请稍后再试。',
    },
    'no-answer-in-time': { title: '推送厂商未及时应答', detail: '请稍后再试。' },
    unauthorized: {
      title: '需要密钥',
      detail: '请求未带密钥，或所带密钥无效。请在 Authorization 请求头（Bearer）中携带本网关的密钥。',
    },
    forbidden: {
      title: '无权执行该操作',
      detail: '所授的权限范围不足，或受此处列出的条件所限。请联系网关的运维人员，或换用其他密钥。',
    },
    'app-not-found': { title: '没有这个应用', detail: '没有此名称的应用，或此密钥无权使用。' },
    'route-not-found': {
      title: '没有这个路径',
      detail: '此路径不提供服务。可用路径见 OpenAPI 文档。',
    },
    'method-not-allowed': { title: '此处不支持该方法', detail: '响应头 Allow 列出了可用的方法。' },
    'upload-under-way': {
      title: '列表正在上传',
      detail: '此刻有另一个请求正在上传该任务的列表。请等待其结束。',
    },
    'upload-offset': {
      title: '上传位置不符',
      detail: '列表位于另一偏移量，或已经完整。请从此处给出的偏移量继续。',
    },
    'upload-length': {
      title: '列表长度不符',
      detail: '列表的结尾与 Upload-Length 所述不符：这是另一份列表，或内容不全。本段内容未被保留。',
    },
    'too-large': {
      title: '请求过大',
      detail: '请以 text/plain 或 application/x-ndjson 发送列表；列表很长时请分段发送。',
    },
    'unsupported-media-type': {
      title: '不支持此类正文',
      detail:
        '请发送 application/json、text/plain 或 application/x-ndjson，可不压缩，或使用 Content-Encoding: gzip。',
    },
    'idempotency-key-reused': {
      title: '该幂等键已用于另一请求',
      detail: '另一个撤回任务已使用此键。新任务请使用新的键。',
    },
    'too-many-attempts': {
      title: '失败尝试过多',
      detail: '此地址发来了过多使用错误密钥的请求。请稍后使用正确的密钥重试。',
    },
    'access-unavailable': {
      title: '无法询问 Cloudflare Access',
      detail: '因此无法凭它放行任何人。请稍后再试，或使用本网关的密钥。',
    },
    'gateway-misconfigured': {
      title: '本网关配置有误',
      detail: '需要由网关的运维人员处理，详情见其日志。',
    },
    'internal-error': {
      title: '本网关出现故障',
      detail: '这是网关的故障。运维人员可凭此处的 instance 在日志中查到原因。',
    },
  },
  meaning: (title, meaning) => `${title}：${meaning}`,
  sentences: (...sentences) => sentences.join(''),
  mayHaveBeenReceived: '厂商仍有可能已收到该请求。',
};
