import { InputError } from '../intake/input-error.ts';
import { SeenSet } from '../intake/seen-set.ts';
import { sipHash128 } from '../intake/sip-hash-128.ts';
import { askForPage, fileName, type PageProvider } from './ask-for-page.ts';
import type { TargetPage } from './paged-targets.ts';

/** What a page holds, and where it was found: `undefined` for the first one. */
export interface FoundPage extends Pick<TargetPage, 'targets'> {
  readonly cursor: string | undefined;
}

/**
 * All pages, one after the other.
 *
 * @throws InputError where one cannot be read, or a cursor comes a second time.
 */
export async function* allPages(from: PageProvider, signal?: AbortSignal): AsyncGenerator<FoundPage> {
  const cursors = new SeenSet(sipHash128(crypto.getRandomValues(new Uint8Array(16))));
  let cursor: string | undefined;
  do {
    const { targets, next } = await askForPage(from, cursor, signal);
    yield { targets, cursor };
    cursor = next;
    if (cursor !== undefined && !cursors.add(cursor)) throw goesInCircles(from.name, cursor);
  } while (cursor !== undefined);
}

const goesInCircles = (name: string, cursor: string): InputError =>
  new InputError(
    `${fileName(name)}: the cursor ${JSON.stringify(cursor.slice(0, 100))} comes a second time, so the pages would never end. Let each next lead to the page behind it, and leave it out on the last one.`,
    { file: fileName(name) },
  );
