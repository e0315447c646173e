import { inTurn } from '../../ledger/book/in-turn.ts';
import { integer, maybeText } from '../../ledger/rows/columns.ts';
import { countOf, withoutSpans, type Span, type Spans } from '../../spans/spans.ts';
import type { Database } from '../connection/database.ts';
import { forgottenRecall, noSuchRecall } from '../ownership/refusals.ts';
import type { Keepers } from './pages/keepers.ts';
import { pageCache, type CachedPage } from './page-cache.ts';
import type { PagesOf } from './pages/pages-of.ts';
import { contentOf, PAGE_COLUMNS } from './pages/read-pages.ts';

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

/** One after the other, so that whoever asks for what another is being given finds it in memory. */
export function targetsAt(database: Database, { keepers, cacheBytes }: TargetsAtOptions): TargetsAt {
  const { tables, ask } = database;
  const take = inTurn();
  const cache = pageCache(cacheBytes);

  /** The pages that hold any of these positions, by their first. */
  async function load(recallId: string, spans: Spans): Promise<readonly CachedPage[]> {
    const rows = await ask({
      text: `SELECT ${PAGE_COLUMNS}, (SELECT pages::text FROM ${tables.recalls} WHERE id = $1) AS pages_of
        FROM ${tables.pages} WHERE recall = $1 AND targets > 0 AND first IN (
          SELECT p.first FROM jsonb_array_elements($2::jsonb) AS s CROSS JOIN LATERAL (
            SELECT first FROM ${tables.pages} WHERE recall = $1 AND targets > 0 AND first < (s->>1)::bigint AND first >= coalesce(
              (SELECT max(first) FROM ${tables.pages} WHERE recall = $1 AND targets > 0 AND first <= (s->>0)::bigint), 0)) AS p)
        ORDER BY first`,
      values: [recallId, JSON.stringify(spans)],
      recallId,
    });
    const loaded: CachedPage[] = [];
    for (const row of rows) {
      const pages = maybeText(row, 'pages_of');
      const keptElsewhere = keepers.find(pages === undefined ? undefined : (JSON.parse(pages) as PagesOf)); // as it was written
      const first = integer(row, 'first');
      const { targets } = await contentOf(row, { recallId, ...(keptElsewhere && { keptElsewhere }) });
      const bytes = targets.jsonLength + BYTES_A_STRING * targets.count;
      loaded.push({ recallId, span: [first, first + targets.count], targets: targets.targets(), bytes });
    }
    return loaded;
  }

  const find = (recallId: string, spans: Spans): Promise<readonly string[]> =>
    take(async () => {
      const found = new Set<CachedPage>();
      let missing = spans;
      for (let next = missing[0]; next !== undefined; next = missing[0]) {
        const page = cache.find(recallId, next[0]);
        if (page === undefined) break;
        found.add(page);
        missing = withoutSpans(missing, [page.span]);
      }
      if (missing.length > 0) {
        for (const page of await load(recallId, missing)) {
          cache.add(page);
          found.add(page);
        }
      }
      const targets = spans.flatMap((span) => [...found].flatMap((page) => within(page, span)));
      if (targets.length !== countOf(spans)) throw await whyNot(database, recallId, spans);
      return targets;
    });

  return { find, drop: cache.drop };
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
