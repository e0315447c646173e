import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { targetsOf } from '@unpush/recall';
import { openInput } from '@unpush/recall/node';
import { lengthOf, partsOf, type Part } from '../../src/gateway/upload/parts.ts';

const { signal } = new AbortController();

async function cut(targets: readonly string[], partBytes: number): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for await (const part of partsOf(targetsOf(targets, { dedupe: false }), { signal, partBytes })) {
    parts.push(part);
  }
  return parts;
}

describe('the parts of a list', () => {
  it('are the whole list in order, each cut at the end of a line, the last one marked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 5000 }),
        fc.stringMatching(/^[!-~]{1,20}$/),
        fc.integer({ min: 1, max: 60_000 }),
        async (count, beginning, partBytes) => {
          const targets = Array.from({ length: count }, (_, index) => `${beginning}${index}`);
          const parts = await cut(targets, partBytes);
          const whole = Buffer.concat(parts.map(({ bytes }) => bytes)).toString();
          expect(whole).toBe(targets.map((target) => `${JSON.stringify(target)}\n`).join(''));
          const source = targetsOf(targets, { dedupe: false });
          expect(await lengthOf(source, signal)).toBe(Buffer.byteLength(whole));
          let offset = 0;
          for (const part of parts) {
            expect(part.offset).toBe(offset);
            if (part.bytes.length > 0) expect(part.bytes.at(-1)).toBe(10);
            offset += part.bytes.length;
          }
          expect(parts.map(({ isLast }) => isLast)).toEqual(parts.map((_, at) => at === parts.length - 1));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are no larger than said, but for a run of a thousand targets', async () => {
    const targets = Array.from({ length: 10_000 }, (_, index) => `t-${String(index).padStart(6, '0')}`);
    const parts = await cut(targets, 30_000);
    expect(parts.length).toBe(5);
    for (const { bytes } of parts) expect(bytes.length).toBeLessThanOrEqual(30_000);
  });

  it('are as long as said before, of a file with duplicates, stray lines and marks of JSON in it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'unpush-parts-'));
    const path = join(folder, 'list.ndjson');
    const lines = Array.from({ length: 3000 }, (_, index) =>
      JSON.stringify({ t: `t-${index % 2500}é","\\` }),
    );
    await writeFile(path, `${lines.join('\r\n')}\n{"t":"\\u0041"}\n{"t":7}\n`);
    await using input = await openInput({
      files: [{ path, field: 't' }],
      tokens: ['t-0é","\\', 'last'],
      dedupe: true,
      spoolDirectory: folder,
    });
    const parts: Uint8Array[] = [];
    for await (const { bytes } of partsOf(input.source, { signal, partBytes: 10_000 })) parts.push(bytes);
    const sent = Buffer.concat(parts).toString();
    expect(parts.length).toBeGreaterThan(2);
    expect(
      sent
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([...Array.from({ length: 2500 }, (_, index) => `t-${index}é","\\`), 'A', 'last']);
    expect(await lengthOf(input.source, signal)).toBe(Buffer.byteLength(sent));
    await rm(folder, { recursive: true });
  });

  it('are one empty part where there is nothing', async () => {
    expect(await cut([], 100)).toEqual([{ bytes: Buffer.alloc(0), offset: 0, isLast: true }]);
    expect(await lengthOf(targetsOf([]), signal)).toBe(0);
  });
});
