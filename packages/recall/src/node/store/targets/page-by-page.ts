import { InputError } from '../../../intake/input-error.ts';
import type { TargetPage } from '../../../store/paged-targets.ts';
import type { PagedInput } from '../../../store/target-input.ts';
import { inBlocks } from './in-blocks.ts';

/** The longest cursor, in characters. */
const CURSOR_LENGTH = 1000;

/** The targets of all pages, up to the last one. */
export async function* pageByPage(
  { pages, name, parameters }: PagedInput,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly unknown[]> {
  let cursor: string | undefined;
  do {
    const { targets, next }: TargetPage = await pages.page({
      ...(cursor !== undefined && { cursor }),
      parameters,
      ...(signal && { signal }),
    });
    yield* inBlocks(targets);
    if (next !== undefined) checkCursor(next, { name, before: cursor });
    cursor = next;
  } while (cursor !== undefined);
}

function checkCursor(
  next: string,
  { name, before }: { readonly name: string; readonly before: string | undefined },
): void {
  if (next.length > CURSOR_LENGTH) {
    throw new InputError(
      `pages ${name}: a cursor has ${next.length} characters, and may have ${CURSOR_LENGTH}. Let it name a place, not hold what lies there.`,
    );
  }
  if (next !== before) return;
  throw new InputError(
    `pages ${name}: the page at the cursor ${JSON.stringify(next)} leads to itself, so there is no end. Leave "next" out on the last page.`,
  );
}
