import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { opened, readAll, readOne } from './support/read-input.ts';
import { file } from './support/temporary.ts';

/** Any text that is a target: neither blanks nor control characters in it. */
const target = fc
  .oneof(
    fc.string({ minLength: 1 }),
    fc.string({ minLength: 1, unit: 'binary' }),
    fc.constantFrom('"', '""', ',', 'à'),
  )
  .map((text) => text.replaceAll(/[\s\p{Cc}]/gu, '-'));

const shape = fc.record({
  end: fc.constantFrom('\n', '\r\n'),
  lastEnd: fc.boolean(),
  bom: fc.boolean(),
  gzip: fc.boolean(),
  blankLines: fc.boolean(),
});
type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never;

function written(lines: readonly string[], { end, lastEnd, bom, gzip, blankLines }: Shape): Buffer {
  const text = lines.flatMap((line) => (blankLines ? [line, '', ' '] : [line])).join(end);
  const bytes = Buffer.from(`${bom ? '\ufeff' : ''}${text}${lastEnd && lines.length > 0 ? end : ''}`);
  return gzip ? gzipSync(bytes) : bytes;
}

const csvCell = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const writers: Readonly<Record<string, (targets: readonly string[]) => readonly string[]>> = {
  'tokens.txt': (targets) => targets.map((text) => (text.startsWith('"') ? `"${text}"` : text)),
  'quoted.txt': (targets) => targets.map((text) => `"${text}"`),
  'tokens.csv': (targets) => ['token', ...targets.map(csvCell)],
  'users.csv': (targets) => ['"a\nb",token,c', ...targets.map((text) => `"1\r\n,""2""",${csvCell(text)},é`)],
  'tokens.ndjson': (targets) => targets.map((text) => JSON.stringify(text)),
  'users.ndjson': (targets) => targets.map((text) => JSON.stringify({ id: 1, token: text })),
  'tokens.json': (targets) => JSON.stringify(targets, null, 1).split('\n'),
  'flat.json': (targets) => [JSON.stringify(targets)],
  'users.json': (targets) =>
    JSON.stringify(
      targets.map((text) => ({ token: text, name: 'é' })),
      null,
      2,
    ).split('\n'),
};

describe.each(Object.entries(writers))('a list of targets, written as %s', (name, write) => {
  it('is read back exactly, in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(target), shape, async (targets, how) => {
        const { targets: read, malformed } = await readOne(name, written(write(targets), how));
        expect(malformed).toEqual([]);
        expect(read).toEqual(targets);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the sums', () => {
  const pieces = fc.array(
    fc.oneof(
      fc
        .constantFrom('a', 'b', 'c', ' ', '\n', '\r\n', '"', '\t', '\u0000', 'é')
        .map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 4 }).map((bytes) => Buffer.from(bytes)),
    ),
    { maxLength: 200 },
  );

  it('hold for any bytes: as many are read as there are lines that are not blank', async () => {
    await fc.assert(
      fc.asyncProperty(pieces, fc.boolean(), async (parts, dedupe) => {
        const bytes = Buffer.concat([Buffer.from('a\n'), ...parts]);
        const input = await opened({ files: [{ path: await file('tokens.txt', bytes) }], dedupe });
        const lines = bytes
          .toString('latin1')
          .split('\n')
          .filter((line) => /[^ \t\v\f\r]/.test(line)).length;
        const { totals } = input.source;
        expect(totals.read).toBe(lines);

        const { targets, malformed, duplicate } = await readAll(input.source);
        expect({ malformed: malformed.length, duplicate }).toEqual({
          malformed: totals.malformed,
          duplicate: totals.duplicate,
        });
        expect(targets.length + malformed.length + duplicate).toBe(totals.read);
        if (dedupe) expect(new Set(targets).size).toBe(targets.length);
        else expect(duplicate).toBe(0);
      }),
      { numRuns: 200 },
    );
  });
});
