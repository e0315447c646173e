import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { spool, type SpoolOptions } from '../../intake/bytes/spool.ts';
import type { InputFormat } from '../../intake/formats/input-format.ts';

/** Where targets lie that were given one by one, and how. */
export interface SpooledTargets {
  readonly path: string;
  readonly format: InputFormat;
}

type Blocks = AsyncGenerator<readonly unknown[]>;

/** Printable ASCII without a space; and without a quotation mark, which text takes off, or a backslash. */
const TOKEN = /^[!#-[\]-~]+$/;

/**
 * Writes targets down as they come. As text, a line each, while all of them look as tokens do: that is read fastest,
 * and is the same file as a person's list of them. From the first that does not, all are written as NDJSON: of our
 * formats the one that gives back every string as it was, and what is no target at its place.
 */
export async function spoolGiven(blocks: Blocks, where: SpoolOptions): Promise<SpooledTargets> {
  const plain = plainLines(blocks);
  try {
    const path = await spool(Readable.from(plain.lines), where);
    if (plain.unusual === undefined) return { path, format: 'txt' };
    const lines = jsonLines([linesIn(path), [plain.unusual], blocks]);
    const rewritten = await spool(Readable.from(lines), where);
    await rm(path);
    return { path: rewritten, format: 'ndjson' };
  } finally {
    await blocks.return(undefined);
  }
}

/** Lines of text up to the first block that holds something unusual. */
function plainLines(blocks: Blocks) {
  const plain: { lines: AsyncGenerator<Buffer>; unusual?: readonly unknown[] } = { lines: read() };
  async function* read(): AsyncGenerator<Buffer> {
    for (let next = await blocks.next(); next.done !== true; next = await blocks.next()) {
      if (!next.value.every(looksLikeToken)) {
        plain.unusual = next.value;
        return;
      }
      yield Buffer.from(`${next.value.join('\n')}\n`);
    }
  }
  return plain;
}

const looksLikeToken = (target: unknown): boolean => typeof target === 'string' && TOKEN.test(target);

async function* jsonLines(
  parts: readonly (Blocks | readonly (readonly unknown[])[])[],
): AsyncGenerator<Buffer> {
  for (const part of parts) {
    for await (const block of part) yield Buffer.from(block.map(jsonLine).join(''));
  }
}

async function* linesIn(path: string): Blocks {
  let rest = '';
  for await (const text of createReadStream(path, 'latin1')) {
    const lines = `${rest}${String(text)}`.split('\n');
    rest = lines.pop() ?? '';
    yield lines;
  }
}

/** What is no string is no target, and must stay none: an object would be searched for a field. */
function jsonLine(target: unknown): string {
  const isPlain = typeof target === 'string' || typeof target === 'number' || typeof target === 'boolean';
  return `${JSON.stringify(isPlain ? target : [target === null ? 'null' : typeof target])}\n`;
}
