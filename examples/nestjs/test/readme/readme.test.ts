import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

const read = (path: string): Promise<string> => readFile(new URL(path, import.meta.url), 'utf8');

/** What a translation changes. */
const withoutComments = (text: string): string => text.replaceAll(/^ *\/\*\*.*\*\/\n/gm, '');

const codeIn = (page: string): readonly string[] =>
  [...page.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = '']) => withoutComments(code));

describe('code in a README', () => {
  it.each([
    ['the example', '../../README.md', './module-in-20-lines.ts'],
    ['the repository', '../../../../README.md', './night-shift.ts'],
    ['the repository, in Chinese', '../../../../README.zh-CN.md', './night-shift.ts'],
  ])('of %s is what is compiled here', async (_of, page, source) => {
    expect(codeIn(await read(page))).toContain(withoutComments(await read(source)));
  });
});
