import type { MpaasCode } from '../../../../mpaas/catalog.ts';
import type { Texts } from '../../../locale.ts';
import { PUSH_ONLY } from './notes.ts';

const VENDOR_LENGTHS =
  '标题和正文请控制在各厂商通道的长度内（按半角字符计，标题/正文）：小米 50/128，华为 40/1024，OPPO 32/200，vivo 40/100，荣耀和 HarmonyOS 60/4096。';

/** What a message holds, and for how long. */
export const MESSAGE = {
  '3002': {
    title: '文件为空',
    meaning: '请求应当携带的文件为空或缺失。',
    causes: ['上传了空文件，或上传中断。'],
    remedies: ['检查文件后重新上传。'],
    note: `文档没有写哪个接口需要文件，unpush 不发送文件。${PUSH_ONLY}`,
  },
  '3019': {
    title: '缺少任务名称',
    meaning: '推送没有 TaskName，没有推送给任何人。',
    causes: ['TaskName 为空；文档标为必填，SDK 却没有要求。'],
    remedies: ['为推送填写 TaskName。'],
    note: PUSH_ONLY,
  },
  '3020': {
    title: '有效期有误',
    meaning: 'ExpiredSeconds 不是有效的时长，没有推送给任何人。',
    causes: ['取值为零、负数或非整数，或单位不是秒。'],
    remedies: ['ExpiredSeconds 请填整数，单位为秒。'],
    note: `上下限没有公布。${PUSH_ONLY}`,
  },
  '3026': {
    title: '有效期过长',
    meaning: 'ExpiredSeconds 超过 mPaaS 允许的上限，没有推送给任何人。',
    causes: ['取值过大，可能误用了毫秒。'],
    remedies: ['调小 ExpiredSeconds，单位为秒。'],
    note: `上限没有公布。${PUSH_ONLY}`,
  },
  '3024': {
    title: '缺少标题或内容',
    meaning: '推送没有标题或没有内容，没有推送给任何人。',
    causes: ['Title 或 Content 为空，或模板填充后为空。'],
    remedies: ['同时填写 Title 和 Content。'],
    note: PUSH_ONLY,
  },
  '3043': {
    title: '正文过长',
    meaning: '消息正文超过上限，没有推送给任何人。',
    causes: ['Content 过长；整条消息最多 2 KB。'],
    remedies: ['缩短 Content。', VENDOR_LENGTHS],
    note: `与 3050 的区别文档没有写。${PUSH_ONLY}`,
  },
  '3050': {
    title: '消息体过长',
    meaning: '整条消息超过上限，没有推送给任何人。',
    causes: ['标题、内容与扩展字段合计超过 2 KB。'],
    remedies: ['缩短文字或扩展字段。', VENDOR_LENGTHS],
    note: `与 3043 的区别文档没有写。${PUSH_ONLY}`,
  },
  '8017': {
    title: '缺少 URL',
    meaning: '推送要打开 HarmonyOS 小程序，却没有可跳转的 URL。',
    causes: ['URL 为空或格式错误。'],
    remedies: ['按 HarmonyOS 小程序跳转的文档填写 URL 后重新推送。'],
    note: PUSH_ONLY,
  },
} satisfies Partial<Texts<MpaasCode>>;
