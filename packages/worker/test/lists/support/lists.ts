import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import type { TargetSource } from '@unpush/recall';
import { openLists, type ListMeans } from '../../../src/store/lists/open-lists.ts';
import { databaseOf } from '../../../src/store/sql/database.ts';
import { migrate } from '../../../src/store/sql/migrate.ts';
import type { ListLimits, ListReading, TargetLists } from '../../../src/store/uploads.ts';

export const LIMITS: ListLimits = { bytes: 2_000_000_000, targets: 20_000_000 };
export const TXT: ListReading = { format: 'txt', dedupe: true };

/** Does something with the lists of an object of its own. */
export function withLists<T>(
  name: string,
  work: (lists: TargetLists, storage: DurableObjectStorage) => Promise<T>,
  means?: ListMeans,
): Promise<T> {
  return runInDurableObject(env.OBJECTS.getByName(name), (_object, { storage }) =>
    work(listsOn(storage, means), storage),
  );
}

/** The lists in a storage, as one that opens the store finds them. */
export function listsOn(storage: DurableObjectStorage, means?: ListMeans): TargetLists {
  migrate(databaseOf(storage));
  return openLists(storage, means);
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A body of these pieces, which breaks after them where it is told to. */
export function bodyOf(
  pieces: readonly Uint8Array[],
  { breaks = false }: { readonly breaks?: boolean } = {},
): ReadableStream<Uint8Array> {
  let next = 0;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = pieces[next];
      next += 1;
      if (piece !== undefined) controller.enqueue(piece);
      else if (breaks) controller.error(new TypeError('Network connection lost.'));
      else controller.close();
    },
  });
}

export async function gzipped(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export async function all(source: TargetSource): Promise<readonly string[]> {
  const targets: string[] = [];
  for await (const chunk of source.read()) targets.push(...chunk.targets.targets());
  return targets;
}

/** Where targets stand. */
export async function linesOf(source: TargetSource): Promise<readonly number[]> {
  const lines: number[] = [];
  for await (const { targets, place } of source.read())
    for (let index = 0; index < targets.count; index++) lines.push(place?.(index).line ?? 0);
  return lines;
}

export async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
