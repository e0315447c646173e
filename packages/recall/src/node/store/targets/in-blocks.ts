import { CHUNK_SIZE } from '../../../intake/chunk-size.ts';
import { InputError } from '../../../intake/input-error.ts';

/** What was given in place of targets: a caller without types can give anything. */
export type Given = Iterable<unknown> | AsyncIterable<unknown>;

/** Some thousands at a time. Throws `InputError` for a single string. */
export async function* inBlocks(targets: Given): AsyncGenerator<readonly unknown[]> {
  if (typeof targets === 'string') {
    throw new InputError(
      'The targets are one string, which would be read letter by letter. Pass an array: [target].',
    );
  }
  yield* Symbol.iterator in targets ? blocksOf(targets) : awaitedBlocksOf(targets);
}

/** Apart from its sibling, which would wait a moment for each of a million targets that are there already. */
function* blocksOf(targets: Iterable<unknown>): Generator<readonly unknown[]> {
  let block: unknown[] = [];
  for (const target of targets) {
    block.push(target);
    if (block.length < CHUNK_SIZE) continue;
    yield block;
    block = [];
  }
  if (block.length > 0) yield block;
}

async function* awaitedBlocksOf(targets: AsyncIterable<unknown>): AsyncGenerator<readonly unknown[]> {
  let block: unknown[] = [];
  for await (const target of targets) {
    block.push(target);
    if (block.length < CHUNK_SIZE) continue;
    yield block;
    block = [];
  }
  if (block.length > 0) yield block;
}
