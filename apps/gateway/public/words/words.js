import { en } from './en.js';
import { zhCn } from './zh-cn.js';

const isChinese = navigator.language.toLowerCase().startsWith('zh');

/** The language of the browser, where there is one of ours; as `Accept-Language` and `lang` have it. */
export const language = isChinese ? 'zh-CN' : 'en';

export const words = isChinese ? zhCn : en;
