import type { PagedTargets } from '../../store/paged-targets.ts';
import type { RecallStore, SharedRecallStore } from '../../store/recall-store.ts';

/** Knows who keeps pages of a name. */
export type FindPages = (name: string) => PagedTargets | undefined;

/** A place for recalls in which there are none yet. */
export interface StoreSubject {
  /**
   * Another store on this place, as another process would have it. Whoever opens it closes it. Pages that a recall
   * was begun with are found by `pages`, where the store does not keep their targets itself.
   */
  open(pages: FindPages): Promise<RecallStore>;
  /** The formats that it reads from a stream. Those of {@link STREAM_FORMATS} unless said otherwise. */
  readonly formats?: readonly string[];
}

/** The formats of streams that a store reads where it can. Text is read by every one. */
export const STREAM_FORMATS: readonly string[] = ['txt', 'csv', 'ndjson'];

/** A place for recalls that several processes work on at once. */
export interface SharedStoreSubject extends StoreSubject {
  open(pages: FindPages): Promise<SharedRecallStore>;
  /** Takes from a store whatever it holds, as if its process had been silent for too long. */
  cutOff(store: SharedRecallStore): Promise<void>;
}
