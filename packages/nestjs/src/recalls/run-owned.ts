import type { Revoker } from '@unpush/core';
import { startRecall, type OwnedRecall, type Pacer, type Recall, type RecallEvent } from '@unpush/recall';
import type { Selector, UnpushApp } from '../app/app.ts';
import { keptIn } from './kept-settings.ts';

/** What a session of a recall is made of. */
export interface SessionParts {
  readonly app: UnpushApp;
  readonly owned: OwnedRecall;
  /** The app's own unless others send. */
  readonly revoker?: Revoker<Selector>;
  readonly pacer?: Pacer;
  readonly concurrency?: number;
  readonly observe: (event: RecallEvent) => void;
}

/** Begins a session: the same engine, whoever owns the recall and whoever sends. It stops where the recall is lost. */
export function runOwned({ app, owned, observe, ...by }: SessionParts): Recall {
  const { batchSize, canary, giveUpAfterMs, keepGoing, retryUnknown } = keptIn(owned.settings) ?? {};
  return startRecall({
    recallId: owned.recallId,
    selector: owned.facts.selector,
    revoker: by.revoker ?? app.revoker,
    source: owned.source,
    ledger: owned,
    pacer: by.pacer ?? app.pacer,
    concurrency: by.concurrency ?? app.concurrency,
    signal: owned.lost,
    observe,
    ...(batchSize !== undefined && { batchSize }),
    ...(canary !== undefined && { canary }),
    ...(giveUpAfterMs !== undefined && { giveUpAfterMs }),
    ...(keepGoing !== undefined && { keepGoing }),
    ...(retryUnknown !== undefined && { retryUnknown }),
  });
}
