import { integer, maybeText, text, type Row } from '@unpush/recall/store-kit';
import type { Draft, Idempotency, KeptError } from '../object-store.ts';
import type { Database } from '../sql/database.ts';
import type { TargetLists } from '../uploads.ts';

/** What a draft is made of. */
export type NewDraft = Omit<Draft, 'complete' | 'error'>;

/** Makes a draft, and room for its list. */
export function makeDraft(
  database: Database,
  draft: NewDraft,
  { lists, idempotency }: { readonly lists: TargetLists; readonly idempotency?: Idempotency },
): Draft {
  const { recallId, createdAt, selector, choices, reading } = draft;
  database.together(() => {
    database.run(
      'INSERT INTO drafts (id, created_at, selector, choices, reading) VALUES (?, ?, ?, ?, ?)',
      recallId,
      createdAt,
      JSON.stringify(selector),
      JSON.stringify(choices),
      JSON.stringify(reading),
    );
    if (idempotency) {
      const { key, fingerprint } = idempotency;
      database.run('INSERT INTO requests VALUES (?, ?, ?)', key, recallId, fingerprint);
    }
    lists.begin(recallId, reading);
  });
  return { ...draft, complete: false };
}

export function findDraft(database: Database, lists: TargetLists, recallId: string): Draft | undefined {
  const row = database.first('SELECT * FROM drafts WHERE id = ?', recallId);
  return row && database.understand(recallId, () => draftOf(row, lists));
}

/** The newest first. */
export function listDrafts(database: Database, lists: TargetLists): readonly Draft[] {
  const rows = database.rows('SELECT * FROM drafts ORDER BY created_at DESC, number DESC');
  return database.understand(undefined, () => rows.map((row) => draftOf(row, lists)));
}

/** What of a draft changes: how its recall is made, and why none was made. */
export const keepDraft = (
  database: Database,
  { recallId, choices, error }: Pick<Draft, 'recallId' | 'choices' | 'error'>,
): void =>
  database.run(
    'UPDATE drafts SET choices = ?, error = ? WHERE id = ?',
    JSON.stringify(choices),
    error === undefined ? null : JSON.stringify(error),
    recallId,
  );

/** Removes a draft, what came in of its list, and what was asked about it. Does nothing where there is none. */
export function dropDraft(database: Database, lists: TargetLists, recallId: string): void {
  database.together(() => {
    if (database.change('DELETE FROM drafts WHERE id = ?', recallId) === 0) return;
    database.run('DELETE FROM requests WHERE recall_id = ?', recallId);
    database.run('DELETE FROM audit WHERE recall_id = ?', recallId);
    lists.remove(recallId);
  });
}

function draftOf(row: Row, lists: TargetLists): Draft {
  const recallId = text(row, 'id');
  const error = maybeText(row, 'error');
  // The casts: what makeDraft and keepDraft have written
  return {
    recallId,
    createdAt: integer(row, 'created_at'),
    selector: JSON.parse(text(row, 'selector')) as Draft['selector'],
    choices: JSON.parse(text(row, 'choices')) as Draft['choices'],
    reading: JSON.parse(text(row, 'reading')) as Draft['reading'],
    ...(error !== undefined && { error: JSON.parse(error) as KeptError }),
    complete: lists.standing(recallId)?.complete ?? false,
  };
}
