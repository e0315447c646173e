import type { MpaasCode } from '../../../../mpaas/catalog.ts';
import type { Texts } from '../../../locale.ts';
import { PUSH_ONLY } from './notes.ts';

/** Message templates, and pushing with them. */
export const TEMPLATE = {
  '3022': {
    title: '模板不存在',
    meaning: '工作空间里没有这个名称的模板，操作未执行。',
    causes: ['名称拼错。', '模板在另一个工作空间，或已删除。'],
    remedies: ['在控制台用相同的 App ID 和 Workspace ID 查找该名称，或新建模板。'],
    note: PUSH_ONLY,
  },
  '3023': {
    title: '模板参数不匹配',
    meaning: '给出的值与模板的占位符对不上，没有推送给任何人。',
    causes: ['TemplateKeyValue 缺少某个占位符，或拼写不同。'],
    remedies: ['为模板中的每个占位符（写作 #名称#）都给出值，名称要完全一致。'],
    note: PUSH_ONLY,
  },
  '3025': {
    title: '未指定模板',
    meaning: '推送需要模板，却没有指定，没有推送给任何人。',
    causes: ['TemplateName 为空。'],
    remedies: ['填写 TemplateName：模板推送、批量推送和群发推送都需要它。'],
    note: PUSH_ONLY,
  },
  '3036': {
    title: '模板已存在',
    meaning: '同名模板已经存在，因此没有新建。',
    causes: ['名称已被占用。', '先前的新建其实已经生效，只是应答丢失：那么它就是自己建的。'],
    remedies: ['查看已有的模板：内容正是想要的就直接使用，否则换一个名称。'],
    note: PUSH_ONLY,
  },
  '3037': {
    title: '缺少模板名称',
    meaning: '模板没有名称，操作未执行。',
    causes: ['TemplateName 为空。'],
    remedies: ['给模板起一个名称，最长 200 个字符，不含逗号。'],
    note: PUSH_ONLY,
  },
  '3038': {
    title: '模板名称不合规',
    meaning: '模板名称不符合规则，操作未执行。',
    causes: ['超过 200 个字符，或含有逗号。'],
    remedies: ['换一个不超过 200 个字符、不含逗号的名称。'],
    note: PUSH_ONLY,
  },
  '3039': {
    title: '模板内容不合规',
    meaning: '模板内容不符合规则，操作未执行。',
    causes: ['内容为空、过长，或占位符写得不完整。'],
    remedies: ['检查内容：占位符写作 #名称#，整条消息最多 2 KB。'],
    note: PUSH_ONLY,
  },
  '3040': {
    title: '模板标题不合规',
    meaning: '模板标题不符合规则，操作未执行。',
    causes: ['标题为空、过长，或占位符写得不完整。'],
    remedies: ['检查标题：占位符写作 #名称#。'],
    note: PUSH_ONLY,
  },
  '3041': {
    title: '模板描述不合规',
    meaning: '模板描述不符合规则，操作未执行。',
    causes: ['描述过长，或含有不允许的字符。'],
    remedies: ['缩短描述，使用普通文字。'],
    note: `描述的规则没有公布。${PUSH_ONLY}`,
  },
  '3042': {
    title: '模板链接不合规',
    meaning: '模板要打开的地址无效，操作未执行。',
    causes: ['URI 格式错误、过长，或与跳转方式不符。'],
    remedies: ['填写带协议的完整地址；PushAction 为 0 时应是网页。'],
    note: PUSH_ONLY,
  },
  '3056': {
    title: '模板过多',
    meaning: '该应用的模板数已达上限，因此没有新建。',
    causes: ['已有 100 个模板。'],
    remedies: ['删除不再使用的模板，再新建。等待没有用。'],
    note: PUSH_ONLY,
  },
} satisfies Partial<Texts<MpaasCode>>;
