import { Collector } from './collector.ts';
import { dropDuplicates } from './drop-duplicates.ts';
import type { Hash128 } from './hash128.ts';
import { InputError } from './input-error.ts';
import { SeenSet } from './seen-set.ts';
import { sipHash128 } from './sip-hash-128.ts';
import type { TargetChunk, TargetSource } from './target-source.ts';

/** How a caller's targets are read. */
export interface TargetsOptions {
  /** Whether a target that was met before is dropped and counted. True unless said otherwise. */
  readonly dedupe?: boolean;
  /** The hash that duplicates are known by: SipHash under a random key unless another one is given. */
  readonly hash?: Hash128;
}

/**
 * A caller's own targets as a source: an array, a set, a generator, a database cursor.
 *
 * Whitespace around a target is dropped. What is no target (see `MalformedReason`) is counted, not thrown:
 * one bad value in three million must not stop a recall.
 *
 * @throws InputError where `targets` is one string; by `read()`, where the targets can be read only once and have
 * been.
 *
 * @example
 * ```ts
 * const source = targetsOf(['token-1', 'token-2', 'token-1']);
 * for await (const { targets, duplicate } of source.read()) {
 *   targets.targets(); // ['token-1', 'token-2']
 *   duplicate; // 1
 * }
 * ```
 */
export function targetsOf(
  targets: Iterable<string> | AsyncIterable<string>,
  { dedupe = true, hash }: TargetsOptions = {},
): TargetSource {
  if (typeof targets === 'string') {
    throw new InputError(
      'The targets are one string, which would be read letter by letter. Pass an array: [target].',
    );
  }
  const onlyOnce = !isRepeatable(targets);
  let spent = false;
  return {
    read({ signal } = {}) {
      if (spent) {
        throw new InputError(
          'These targets have been read already, and a generator or stream can be read only once. Pass an array, or make a new source for each recall.',
        );
      }
      spent = onlyOnce;
      const chunks = abortable(Symbol.iterator in targets ? collect(targets) : collectAsync(targets), signal);
      return dedupe ? withoutDuplicates(chunks, hash ?? randomHash()) : chunks;
    },
  };
}

async function* collectAsync(targets: AsyncIterable<string>): AsyncGenerator<TargetChunk> {
  const collector = new Collector();
  for await (const target of targets) {
    collector.add(target);
    if (collector.isFull) yield* collector.take();
  }
  yield* collector.take();
}

/** Apart from its sibling, which would wait a moment for each of a million targets that are there already. */
function* collect(targets: Iterable<string>): Generator<TargetChunk> {
  const collector = new Collector();
  for (const target of targets) {
    collector.add(target);
    if (collector.isFull) yield* collector.take();
  }
  yield* collector.take();
}

async function* abortable(
  chunks: Iterable<TargetChunk> | AsyncIterable<TargetChunk>,
  signal: AbortSignal | undefined,
): AsyncGenerator<TargetChunk> {
  signal?.throwIfAborted();
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    yield chunk;
  }
}

async function* withoutDuplicates(
  chunks: AsyncIterable<TargetChunk>,
  hash: Hash128,
): AsyncGenerator<TargetChunk> {
  const seen = new SeenSet(hash);
  for await (const chunk of chunks) {
    const texts = chunk.targets.targets();
    yield dropDuplicates(chunk, (index) => !seen.add(texts[index] ?? ''));
  }
}

/** An iterator is its own iterable: asked again, it goes on where it stood. */
function isRepeatable(targets: Iterable<string> | AsyncIterable<string>): boolean {
  return Symbol.iterator in targets && !('next' in targets);
}

function randomHash(): Hash128 {
  return sipHash128(crypto.getRandomValues(new Uint8Array(16)));
}
