import { integer, maybeText, type Row } from '../../ledger/rows/columns.ts';
import { countOf, withoutSpans, type Span, type Spans } from '../../spans/spans.ts';
import type { Database } from '../connection/database.ts';
import { forgottenRecall, noSuchRecall } from '../ownership/refusals.ts';
import type { Keepers } from './pages/keepers.ts';
import { pageCache, type CachedPage } from './page-cache.ts';
import type { PagesOf } from './pages/pages-of.ts';
import type { KeptElsewhere } from './pages/provided-page.ts';
import { contentOf, PAGE_COLUMNS } from './pages/read-pages.ts';
import { turnsByRecall } from './turns.ts';

/** Finds targets by their positions. */
export interface TargetsAt {
  readonly find: (recallId: string, spans: Spans) => Promise<readonly string[]>;
  /** Its targets are gone: none of them stays in memory. */
  readonly drop: (recallId: string) => void;
}

export interface TargetsAtOptions {
  readonly keepers: Keepers;
  readonly cacheBytes: number;
}

/**
 * What is asked of PostgreSQL about a recall is asked in turn, so that whoever asks for what another is being given
 * finds it in memory. A page that somebody else keeps is asked for once at a time as well, but holds up only those
 * who need that page.
 */
export function targetsAt(database: Database, { keepers, cacheBytes }: TargetsAtOptions): TargetsAt {
  const { tables, ask } = database;
  const takeTurn = turnsByRecall();
  const cache = pageCache(cacheBytes);
  const coming = new Map<string, Promise<CachedPage>>();
  /** How often targets were deleted: what was asked for before that stays in nobody's memory. */
  let drops = 0;

  /** The pages that hold any of these positions, by their first. */
  const rowsOf = (recallId: string, spans: Spans): Promise<readonly Row[]> =>
    ask({
      text: `SELECT ${PAGE_COLUMNS}, (SELECT pages::text FROM ${tables.recalls} WHERE id = $1) AS pages_of
        FROM ${tables.pages} WHERE recall = $1 AND targets > 0 AND first IN (
          SELECT p.first FROM jsonb_array_elements($2::jsonb) AS s CROSS JOIN LATERAL (
            SELECT first FROM ${tables.pages} WHERE recall = $1 AND targets > 0 AND first < (s->>1)::bigint AND first >= coalesce(
              (SELECT max(first) FROM ${tables.pages} WHERE recall = $1 AND targets > 0 AND first <= (s->>0)::bigint), 0)) AS p)
        ORDER BY first`,
      values: [recallId, JSON.stringify(spans)],
      recallId,
    });

  async function pageOf(recallId: string, row: Row, keptElsewhere?: KeptElsewhere): Promise<CachedPage> {
    const before = drops;
    const first = integer(row, 'first');
    const { targets } = await contentOf(row, { recallId, ...(keptElsewhere && { keptElsewhere }) });
    const bytes = targets.jsonLength + BYTES_A_STRING * targets.count;
    const span = [first, first + targets.count] as const;
    const page = { recallId, span, targets: targets.targets(), bytes };
    if (drops === before) cache.add(page);
    return page;
  }

  /** Whoever asks for a page that is on its way gets that one. */
  function pageFrom(keptElsewhere: KeptElsewhere, recallId: string, row: Row): Promise<CachedPage> {
    const first = integer(row, 'first');
    const key = `${recallId}/${first}`;
    const known = cache.find(recallId, first);
    if (known !== undefined) return Promise.resolve(known);
    const page =
      coming.get(key) ?? pageOf(recallId, row, keptElsewhere).finally(() => void coming.delete(key));
    coming.set(key, page);
    return page;
  }

  interface Begun {
    readonly found: readonly CachedPage[];
    /** Pages that somebody else is still to be asked for. */
    readonly elsewhere: readonly (() => Promise<CachedPage>)[];
  }

  async function begin(recallId: string, spans: Spans): Promise<Begun> {
    const found: CachedPage[] = [];
    let missing = spans;
    for (let next = missing[0]; next !== undefined; next = missing[0]) {
      const page = cache.find(recallId, next[0]);
      if (page === undefined) break;
      found.push(page);
      missing = withoutSpans(missing, [page.span]);
    }
    if (missing.length === 0) return { found, elsewhere: [] };
    const before = drops;
    const rows = await rowsOf(recallId, missing);
    // They may be gone by now
    if (drops !== before) return begin(recallId, spans);
    if (rows.length === 0) return { found, elsewhere: [] };
    const pages = maybeText(rows[0], 'pages_of');
    // The cast: as it was written
    const keptElsewhere = keepers.find(
      pages === undefined ? undefined : (JSON.parse(pages) as PagesOf),
      recallId,
    );
    if (keptElsewhere !== undefined) {
      return { found, elsewhere: rows.map((row) => () => pageFrom(keptElsewhere, recallId, row)) };
    }
    for (const row of rows) found.push(await pageOf(recallId, row));
    return { found, elsewhere: [] };
  }

  async function find(recallId: string, spans: Spans): Promise<readonly string[]> {
    const { found, elsewhere } = await takeTurn(recallId, () => begin(recallId, spans));
    const pages = new Set(found);
    for (const askFor of elsewhere) pages.add(await askFor());
    const targets = spans.flatMap((span) => [...pages].flatMap((page) => within(page, span)));
    if (targets.length !== countOf(spans)) throw await whyNot(database, recallId, spans);
    return targets;
  }

  return {
    find,
    drop(recallId) {
      drops += 1;
      cache.drop(recallId);
      keepers.forget(recallId);
    },
  };
}

/** What V8 keeps beside the characters of a short string, and in the array for it. */
const BYTES_A_STRING = 24;

const within = ({ span: [first, past], targets }: CachedPage, [start, end]: Span): readonly string[] =>
  start < past && first < end ? targets.slice(Math.max(0, start - first), Math.max(0, end - first)) : [];

async function whyNot(database: Database, recallId: string, spans: Spans): Promise<Error> {
  const [row] = await database.ask({
    text: `SELECT forgotten FROM ${database.tables.standings} WHERE recall = $1`,
    values: [recallId],
    recallId,
  });
  if (row === undefined) return noSuchRecall(database, recallId);
  if (row['forgotten'] === true) return forgottenRecall(recallId);
  return new RangeError(
    `recall ${recallId} has no targets at some of the positions ${JSON.stringify(spans).slice(0, 200)}`,
  );
}
