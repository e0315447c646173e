import type { Locale } from '../../locale.ts';

/** What a code is about, in a word. */
export const ABOUT: Locale['about'] = {
  success: '成功',
  request: '请求',
  credential: '凭据',
  permission: '权限',
  target: '目标',
  quota: '流量控制',
  'vendor-fault': '厂商侧故障',
  unknown: '未知',
};

/** What unpush does by itself. */
export const ADVICE: Locale['advice'] = {
  done: '请求已被受理，unpush 继续处理下一批。屏幕上的通知是否消失，从这个应答无从得知。',
  'retry-slower': 'unpush 会降低速度，稍后重发同一请求。这不占用重试次数，目标也不会因此被记为“结果未知”。',
  'retry-later': 'unpush 会重发同一请求若干次，间隔逐次拉长。如果始终等不到可用的应答，目标记为“结果未知”。',
  renew: 'unpush 会换一份新凭据再发，只换一次。新凭据仍被拒绝时停止。',
  split: 'unpush 会把这一批不断拆分，直到找出有问题的目标，其余目标在拆分途中照常提交撤回。',
  shrink: 'unpush 会减少每个请求携带的目标数。如果只带一个仍嫌多，则停止。',
  reject: 'unpush 把应答点名的目标记为“被拒绝”（没有点名则整批如此），其余目标重新发送。',
  fix: '如果这条通知还没有任何请求被受理，unpush 会先把头几个目标逐个试一遍，全部被拒就停止；如果已有请求被受理，则视为目标有问题，拆分这一批来查找。',
  stop: 'unpush 会停止。尚无最终结论的目标保持“未尝试”，排除原因后可以继续该撤回任务。',
};
