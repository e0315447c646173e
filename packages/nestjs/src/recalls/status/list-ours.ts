import type { RecallStore, StoredRecall } from '@unpush/recall';

/** What is listed. */
export interface ListRequest {
  readonly isOurs: (recall: StoredRecall) => boolean;
  readonly finished: boolean | undefined;
  /** The most that are listed. */
  readonly limit: number;
}

/**
 * The newest of those that are ours. A store lists recalls of other apps as well, so more is asked for until there are
 * enough of ours, or no more at all.
 */
export async function listOurs(
  store: Pick<RecallStore, 'list'>,
  { isOurs, finished, limit }: ListRequest,
): Promise<readonly StoredRecall[]> {
  for (let asked = limit; ; asked *= 4) {
    const stored = await store.list({ limit: asked, ...(finished !== undefined && { finished }) });
    const ours = stored.filter(isOurs);
    if (ours.length >= limit || stored.length < asked) return ours.slice(0, limit);
  }
}
