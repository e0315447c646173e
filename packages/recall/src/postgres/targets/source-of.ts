import type { TargetSource } from '../../intake/target-source.ts';
import type { RecallFacts } from '../../summary/facts.ts';
import type { Database } from '../connection/database.ts';
import type { Keepers } from './pages/keepers.ts';
import type { PagesOf } from './pages/pages-of.ts';
import { readPages } from './pages/read-pages.ts';

export interface SourceParts {
  readonly facts: RecallFacts;
  readonly pages?: PagesOf;
  readonly keepers: Keepers;
}

/** A recall's targets in order, and what was passed over between them. */
export const sourceOf = (database: Database, { facts, pages, keepers }: SourceParts): TargetSource => ({
  totals: facts.input.totals,
  async *read({ signal } = {}) {
    const { recallId, input } = facts;
    const keptElsewhere = keepers.find(pages, recallId);
    yield* readPages(database, {
      ...{ recallId, totals: input.totals },
      ...(keptElsewhere && { keptElsewhere }),
      ...(signal && { signal }),
    });
  },
});
