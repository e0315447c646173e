import { batchOf } from '@unpush/core';
import { checkTarget } from '../../../intake/check-target.ts';
import { InputError } from '../../../intake/input-error.ts';
import type { Malformed, TargetChunk } from '../../../intake/target-source.ts';
import type { TargetPage } from '../../../store/paged-targets.ts';
import { askForPage, fileName, pageName, type PageProvider } from '../../../store/ask-for-page.ts';
import { unlessAborted } from '../../../intake/until-aborted.ts';
import { digestOf, linesOf } from './page.ts';
import type { PagesOf } from './pages-of.ts';

/** Who keeps the targets, and how they are asked. */
export interface KeptElsewhere extends PagesOf, PageProvider {}

/** What is known of a page that was read before. */
export interface KnownPage {
  readonly cursor: string | undefined;
  /** How many texts it held. */
  readonly read: number;
  /** Which of them are no targets of the recall: malformed ones and duplicates, by index. */
  readonly dropped: readonly number[];
  readonly digest: Uint8Array;
}

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

/** Longer than any page of a sound table takes: without an end, whoever sends would wait for good. */
const PATIENCE_MS = 30_000;

async function askInTime(
  from: KeptElsewhere,
  cursor: string | undefined,
  signal?: AbortSignal,
): Promise<TargetPage> {
  const { name } = from;
  const end = new AbortController();
  const late = setTimeout(() => {
    end.abort(
      new InputError(
        `${pageName(name, cursor)} did not come within ${PATIENCE_MS / 1000} seconds. See what holds up whoever keeps it, then go on.`,
        { file: fileName(name) },
      ),
    );
  }, PATIENCE_MS);
  const either = signal === undefined ? end.signal : AbortSignal.any([signal, end.signal]);
  try {
    return await unlessAborted(askForPage(from, cursor, either), either);
  } finally {
    clearTimeout(late);
  }
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
  const { targets: texts } = await askInTime(from, known.cursor, signal);
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
    `${pageName(name, cursor)} has changed since the recall began: ${what}. A recall goes on only with the same targets. Give the page back what it held, or begin a new recall.`,
    { file: fileName(name) },
  );
