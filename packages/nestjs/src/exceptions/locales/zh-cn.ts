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
      detail: '同一条通知有一个尚未结束的撤回任务。请继续该任务，或明确要求另建一个。',
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
  },
  meaning: (title, meaning) => `${title}：${meaning}`,
  sentences: (...sentences) => sentences.join(''),
  mayHaveBeenReceived: '厂商仍有可能已收到该请求。',
};
