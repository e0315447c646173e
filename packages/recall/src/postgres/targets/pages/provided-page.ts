import { batchOf } from '@unpush/core';
import { checkTarget } from '../../../intake/check-target.ts';
import { InputError } from '../../../intake/input-error.ts';
import type { Malformed, TargetChunk } from '../../../intake/target-source.ts';
import type { PagedTargets, TargetPage } from '../../../store/paged-targets.ts';
import { digestOf, linesOf } from './page.ts';
import type { PagesOf } from './pages-of.ts';

/** Who keeps the targets, and how they are asked. */
export interface KeptElsewhere extends PagesOf {
  readonly keeper: PagedTargets;
}

/** What is known of a page that was read before. */
export interface KnownPage {
  readonly cursor: string | undefined;
  /** How many texts it held. */
  readonly read: number;
  /** Which of them are no targets of the recall: malformed ones and duplicates, by index. */
  readonly dropped: readonly number[];
  readonly digest: Uint8Array;
}

const LONGEST_CURSOR = 1000;

/**
 * Asks for a page.
 *
 * @throws InputError where none comes, or what comes is no page.
 */
export async function askForPage(
  { keeper, name, parameters }: KeptElsewhere,
  cursor: string | undefined,
  signal?: AbortSignal,
): Promise<TargetPage> {
  const at = cursorName(name, cursor);
  const request = { parameters, ...(cursor !== undefined && { cursor }), ...(signal && { signal }) };
  const page: unknown = await keeper.page(request).catch((cause: unknown) => {
    signal?.throwIfAborted();
    throw new InputError(`${at} could not be read: see the cause. Mend that, then go on or begin again.`, {
      file: fileName(name),
      cause,
    });
  });
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

/** What of a page are targets, and which of its texts are none of the recall, by index. */
export interface SiftedPage extends TargetChunk {
  readonly dropped: readonly number[];
}

/** Takes out what is malformed, and what `isNew` has met before. */
export function siftPage(
  texts: readonly unknown[],
  isNew: (target: string, index: number) => boolean,
): SiftedPage {
  const targets: string[] = [];
  const dropped: number[] = [];
  const malformed: Malformed[] = [];
  for (const [index, text] of texts.entries()) {
    const reason = typeof text === 'string' ? checkTarget(text) : 'not a string';
    const target = typeof text === 'string' ? text.trim() : typeof text;
    if (reason === undefined && isNew(target, index)) {
      targets.push(target);
      continue;
    }
    if (reason !== undefined) malformed.push({ reason, text: target });
    dropped.push(index);
  }
  return { targets: batchOf(targets), dropped, malformed, duplicate: dropped.length - malformed.length };
}

/**
 * What a page holds that was read before.
 *
 * @throws InputError where it is not what it was.
 */
export async function readAgain(
  from: KeptElsewhere,
  known: KnownPage,
  signal?: AbortSignal,
): Promise<TargetChunk> {
  const { targets: texts } = await askForPage(from, known.cursor, signal);
  if (texts.length !== known.read) {
    throw changedPage(from.name, known, `it holds ${texts.length} targets, and held ${known.read}`);
  }
  const dropped = new Set(known.dropped);
  const { targets, malformed, duplicate } = siftPage(texts, (_target, index) => !dropped.has(index));
  if (!digestOf(linesOf(targets)).equals(known.digest)) {
    throw changedPage(from.name, known, 'its targets are others, or stand in another order');
  }
  return { targets, malformed, duplicate };
}

const changedPage = (name: string, { cursor }: KnownPage, what: string): InputError =>
  new InputError(
    `${cursorName(name, cursor)} has changed since the recall began: ${what}. A recall goes on only with the same targets. Give the page back what it held, or begin a new recall.`,
    { file: fileName(name) },
  );

/** How pages are called in the record of a recall. */
export const fileName = (name: string): string => `pages:${name}`;

const cursorName = (name: string, cursor: string | undefined): string =>
  `${fileName(name)}: ${cursor === undefined ? 'the first page' : `the page at ${JSON.stringify(cursor.slice(0, 100))}`}`;
