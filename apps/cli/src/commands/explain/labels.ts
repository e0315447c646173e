import type { CatalogSource, Language, Vendor } from '@unpush/core';

/** The words around the catalog's own texts, in one language. */
export interface Labels {
  readonly vendors: Readonly<Record<Vendor, string>>;
  readonly message: string;
  readonly about: string;
  readonly causes: string;
  readonly remedies: string;
  readonly advice: string;
  readonly note: string;
  readonly source: string;
  /** When the source was read. */
  readonly read: (date: string) => string;
  readonly confidence: Readonly<Record<Exclude<CatalogSource['confidence'], 'page'>, string>>;
  /** Headings of the list of all codes. */
  readonly codesOf: (vendor: string) => string;
  readonly statusesOf: (vendor: string) => string;
  /** Below that list. */
  readonly more: string;
  readonly unknown: (code: string) => string;
  readonly elsewhere: (code: string, vendors: string) => string;
  readonly didYouMean: (codes: readonly string[]) => string;
  readonly allCodes: string;
}

const VENDORS = { huawei: 'Huawei Push Kit', mpaas: 'mPaaS' } as const;

export const LABELS: Readonly<Record<Language, Labels>> = {
  en: {
    vendors: VENDORS,
    message: 'Wire text',
    about: 'About',
    causes: 'Likely causes',
    remedies: 'What to do',
    advice: 'What unpush does by itself',
    note: 'Note',
    source: 'Source',
    read: (date) => `read ${date}`,
    confidence: {
      elsewhere: 'documented by the vendor for another operation',
      unconfirmed: "general knowledge; no page of the vendor's states it for this product",
    },
    codesOf: (vendor) => `${vendor}: codes in the body of an answer`,
    statusesOf: (vendor) => `${vendor}: HTTP statuses without a readable code`,
    more: 'More about one of them: unpush explain CODE',
    unknown: (code) => `no vendor's catalog has the code "${code}".`,
    elsewhere: (code, vendors) =>
      `"${code}" is no code of this vendor, but of ${vendors}: leave --vendor out.`,
    didYouMean: (codes) => `Did you mean ${codes.join(', ')}?`,
    allCodes: 'All codes: unpush explain',
  },
  'zh-cn': {
    vendors: { huawei: '华为推送服务', mpaas: 'mPaaS' },
    message: '原始信息',
    about: '涉及',
    causes: '可能原因',
    remedies: '处理步骤',
    advice: 'unpush 会自动做什么',
    note: '备注',
    source: '来源',
    read: (date) => `查阅于 ${date}`,
    confidence: {
      elsewhere: '厂商在其他操作的文档中说明',
      unconfirmed: '通用知识，厂商文档未就本产品说明',
    },
    codesOf: (vendor) => `${vendor}：响应体中的响应码`,
    statusesOf: (vendor) => `${vendor}：没有可读响应码时的 HTTP 状态码`,
    more: '查看某一个的详情：unpush explain CODE',
    unknown: (code) => `两家厂商的响应码表中都没有“${code}”。`,
    elsewhere: (code, vendors) => `“${code}”不是该厂商的响应码，而属于 ${vendors}：请去掉 --vendor。`,
    didYouMean: (codes) => `您是不是要找 ${codes.join('、')}？`,
    allCodes: '全部响应码：unpush explain',
  },
};
