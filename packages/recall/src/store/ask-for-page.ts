import { InputError } from '../intake/input-error.ts';
import type { PagedTargets, TargetPage } from './paged-targets.ts';

/** Who keeps targets in pages, and how they are asked. */
export interface PageProvider {
  readonly keeper: PagedTargets;
  readonly name: string;
  readonly parameters?: unknown;
}

const LONGEST_CURSOR = 1000;

/**
 * Asks for a page.
 *
 * @throws InputError where none comes, or what comes is no page.
 */
export async function askForPage(
  { keeper, name, parameters }: PageProvider,
  cursor: string | undefined,
  signal?: AbortSignal,
): Promise<TargetPage> {
  const at = pageName(name, cursor);
  const request = { parameters, ...(cursor !== undefined && { cursor }), ...(signal && { signal }) };
  let page: unknown;
  try {
    page = await keeper.page(request);
  } catch (cause) {
    signal?.throwIfAborted();
    throw new InputError(`${at} could not be read: see the cause. Mend that, then go on or begin again.`, {
      file: fileName(name),
      cause,
    });
  }
  if (!isPage(page)) {
    throw new InputError(
      `${at} is no page: { targets, next? } is needed, with an array of strings, and a next of 1 to ${LONGEST_CURSOR} characters where another page follows.`,
      { file: fileName(name) },
    );
  }
  return page;
}

function isPage(page: unknown): page is TargetPage {
  if (typeof page !== 'object' || page === null || !('targets' in page) || !Array.isArray(page.targets))
    return false;
  const next = 'next' in page ? page.next : undefined;
  return next === undefined || (typeof next === 'string' && isCursor(next));
}

/** PostgreSQL keeps no NUL, and no half of a surrogate pair. */
const isCursor = (next: string): boolean =>
  next !== '' && next.length <= LONGEST_CURSOR && !next.includes('\0') && next.isWellFormed();

/** How pages are called in the record of a recall. */
export const fileName = (name: string): string => `pages:${name}`;

/** How one of them is called in an error. */
export const pageName = (name: string, cursor: string | undefined): string =>
  `${fileName(name)}: ${cursor === undefined ? 'the first page' : `the page at ${JSON.stringify(cursor.slice(0, 100))}`}`;
