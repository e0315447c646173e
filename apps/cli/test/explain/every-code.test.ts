import { describe, expect, it } from 'vitest';
import { callCli } from '../support/call-cli.ts';
import { HUAWEI, HUAWEI_STATUSES, MPAAS } from './seed-codes.ts';

const LANGUAGES = ['en', 'zh-cn'] as const;

const HEADINGS = {
  en: ['Likely causes', 'What to do', 'What unpush does by itself', 'Source: '],
  'zh-cn': ['可能原因', '处理步骤', 'unpush 会自动做什么', '来源: '],
} as const;

const HUAWEI_CALLED = { en: 'Huawei Push Kit', 'zh-cn': '华为推送服务' } as const;

/** Without its line breaks, so that a text can be found wherever its lines end. */
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

async function explain(code: string, flags: readonly string[]): Promise<string> {
  const { exit, stdout, stderr } = await callCli(['explain', code, ...flags]);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  return flat(stdout);
}

describe.each(LANGUAGES)('every code of the vendors, in %s', (lang) => {
  it.each(HUAWEI)('Huawei %s', async (code, message) => {
    const text = await explain(code, ['--vendor', 'huawei', '--lang', lang]);
    expect(text).toMatch(new RegExp(`^${HUAWEI_CALLED[lang]} ${code}: \\S`));
    for (const part of [message, ...HEADINGS[lang]]) expect(text).toContain(part);
    expect(text).toContain(
      'https://developer.huawei.com/consumer/cn/doc/harmonyos-references/push-msg-revoke',
    );
  });

  it.each(HUAWEI_STATUSES)('Huawei HTTP %s', async (status) => {
    const text = await explain(status, ['--vendor', 'huawei', '--lang', lang]);
    expect(text).toMatch(new RegExp(`^${HUAWEI_CALLED[lang]} HTTP ${status}: \\S`));
    for (const part of HEADINGS[lang]) expect(text).toContain(part);
  });

  it.each(MPAAS)('mPaaS %s %s', async (code, name, message) => {
    const text = await explain(code, ['--vendor', 'mpaas', '--lang', lang]);
    expect(text).toMatch(new RegExp(`^mPaaS ${code} ${name}: \\S`));
    for (const part of [message, ...HEADINGS[lang]]) expect(text).toContain(part);
  });
});

describe('the tables of this test', () => {
  it('hold as many codes as the pages: 14, 7 and 48', () => {
    expect([HUAWEI, HUAWEI_STATUSES, MPAAS].map((table) => table.length)).toEqual([14, 7, 48]);
  });
});
