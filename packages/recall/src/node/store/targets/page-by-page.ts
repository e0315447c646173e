import { allPages } from '../../../store/all-pages.ts';
import type { PagedInput } from '../../../store/target-input.ts';
import { inBlocks } from './in-blocks.ts';

/** The targets of all pages, up to the last one. */
export async function* pageByPage(
  { pages: keeper, name, parameters }: PagedInput,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly unknown[]> {
  for await (const { targets } of allPages({ keeper, name, parameters }, signal)) yield* inBlocks(targets);
}
