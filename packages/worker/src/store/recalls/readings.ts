import type { OutcomeSpan, RecallFacts } from '@unpush/recall';
import { integer, openOf, outcomeOf, tellOutcomes, text, type Row } from '@unpush/recall/store-kit';
import type { Database } from '../sql/database.ts';

/** How much is read at once: the object answers nobody else meanwhile, and holds it in memory. */
const ROWS = 2000;
const CHARACTERS = 1_000_000;

/** Which recall is read. */
export interface ToRead {
  /** The number of the recall. */
  readonly recall: number;
  readonly facts: RecallFacts;
}

/**
 * What became of every target, as it stood when the first was asked for: what is written meanwhile carries a later
 * number, and what is opened again stays there with the number at which it was.
 */
// eslint-disable-next-line @typescript-eslint/require-await -- the port is asynchronous, for stores that are
export async function* readOutcomes(
  database: Database,
  { recall, facts }: ToRead,
): AsyncGenerator<OutcomeSpan> {
  const { read, malformed, duplicate } = facts.input.totals;
  const moment = lastLine(database, recall);
  const open = database.rows('SELECT * FROM open_batches WHERE recall = ?', recall);
  const telling = database.understand(facts.recallId, () =>
    tellOutcomes({ open: open.map(openOf), targets: read - malformed - duplicate }),
  );
  for (let after = -1; ;) {
    const found = database.rows(
      `SELECT * FROM outcomes WHERE recall = ?1 AND start > ?2 AND since <= ?3 AND (gone IS NULL OR gone > ?3)
        ORDER BY start LIMIT ?4`,
      recall,
      after,
      moment,
      ROWS,
    );
    const rows = database.understand(facts.recallId, () => found.map(outcomeOf));
    for (const row of rows) yield* telling.upTo(row);
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS) break;
    after = last.start;
  }
  yield* telling.toEnd();
}

/** Lines are only ever added, so those up to the last one of this moment are the evidence of this moment. */
// eslint-disable-next-line @typescript-eslint/require-await -- the port is asynchronous, for stores that are
export async function* readEvidence(database: Database, { recall, facts }: ToRead): AsyncGenerator<string> {
  const last = lastLine(database, recall);
  for (let after = 0; after < last;) {
    const page = database.understand(facts.recallId, () => linesFrom(database, { recall, after, last }));
    for (const row of page) yield text(row, 'line');
    after = integer(page.at(-1), 'seq');
  }
}

/** As many as are to be held at once, one at least. */
function linesFrom(
  database: Database,
  { recall, after, last }: { readonly recall: number; readonly after: number; readonly last: number },
): readonly Row[] {
  const rows: Row[] = [];
  let characters = 0;
  const found = database.each(
    'SELECT seq, line FROM evidence WHERE recall = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?',
    recall,
    after,
    last,
    ROWS,
  );
  for (const row of found) {
    rows.push(row);
    characters += text(row, 'line').length;
    if (characters >= CHARACTERS) break;
  }
  return rows;
}

const lastLine = (database: Database, recall: number): number =>
  integer(database.first('SELECT head_seq FROM standings WHERE recall = ?', recall), 'head_seq');
