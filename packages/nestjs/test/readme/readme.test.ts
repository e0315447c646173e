import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { RECALL_EVENTS } from '../../src/index.ts';
import { blocksOf, compile } from './code-blocks.ts';

const read = (path: string): Promise<string> => readFile(new URL(path, import.meta.url), 'utf8');
const page = await read('../../README.md');

describe('the README', () => {
  it('holds code that compiles', () => {
    const blocks = blocksOf(page, 'ts');
    expect(blocks.length).toBeGreaterThanOrEqual(7);
    expect(compile(blocks)).toEqual([]);
  });

  it('would not hold code that does not', () => {
    const wrong = `import { UnpushModule } from '@unpush/nestjs';\nUnpushModule.forRoot({ app: { vendor: 'apple' } });\n`;
    expect(compile([wrong])).toEqual([expect.stringMatching(/^block-1\.ts:2 /)]);
  });

  it('holds the recipe that runs as a test', async () => {
    expect(blocksOf(page, 'ts')).toContain(await read('../recipes/vitest.test.ts'));
  });

  it('shows the module in 20 lines', () => {
    const [first = ''] = blocksOf(page, 'ts');
    expect(first.slice(first.indexOf('@Injectable()')).trim().split('\n').length).toBeLessThanOrEqual(25);
  });

  it('names every event', () => {
    const names = Object.values(RECALL_EVENTS).map((name) => name.replace('unpush.recall.', ''));
    expect(names.filter((name) => !page.includes(`\`${name}\``) && !page.includes(`.${name}\``))).toEqual([]);
  });
});

describe('the page on BullMQ', () => {
  it('holds code that compiles', async () => {
    const blocks = blocksOf(await read('../../docs/bullmq.md'), 'ts');
    expect(blocks.length).toBeGreaterThanOrEqual(1);
    expect(compile(blocks)).toEqual([]);
  });
});
