import { CHUNK_SIZE } from '../../../intake/chunk-size.ts';
import { InputError } from '../../../intake/input-error.ts';

/**
 * Targets as NDJSON, some thousands at a time: of all our formats the one that gives back every string as it was,
 * malformed ones too.
 */
export async function* givenLines(
  targets: Iterable<unknown> | AsyncIterable<unknown>,
): AsyncGenerator<Buffer> {
  if (typeof targets === 'string') {
    throw new InputError(
      'The targets are one string, which would be read letter by letter. Pass an array: [target].',
    );
  }
  yield* Symbol.iterator in targets ? inBlocks(targets) : inBlocksAsync(targets);
}

/** Apart from its sibling, which would wait a moment for each of a million targets that are there already. */
function* inBlocks(targets: Iterable<unknown>): Generator<Buffer> {
  let lines: string[] = [];
  for (const target of targets) {
    lines.push(lineOf(target));
    if (lines.length < CHUNK_SIZE) continue;
    yield Buffer.from(lines.join(''));
    lines = [];
  }
  if (lines.length > 0) yield Buffer.from(lines.join(''));
}

async function* inBlocksAsync(targets: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  let lines: string[] = [];
  for await (const target of targets) {
    lines.push(lineOf(target));
    if (lines.length < CHUNK_SIZE) continue;
    yield Buffer.from(lines.join(''));
    lines = [];
  }
  if (lines.length > 0) yield Buffer.from(lines.join(''));
}

/** What is no string is no target, and must stay none: an object would be searched for a field. */
function lineOf(target: unknown): string {
  const isPlain = typeof target === 'string' || typeof target === 'number' || typeof target === 'boolean';
  return `${JSON.stringify(isPlain ? target : [target === null ? 'null' : typeof target])}\n`;
}
