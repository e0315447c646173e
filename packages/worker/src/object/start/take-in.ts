import { targetsOf } from '@unpush/recall';
import type { Asked } from '../object-parts.ts';
import type { RequestedList } from './requested.ts';

/** So long is waited for the end of what comes after the last byte, before the answer is given without it. */
const PATIENCE_MS = 15_000;

/** Takes in the first part of a list, or all of it, and makes the recall where it is complete. It may come again. */
export async function takeInFirst(recallId: string, list: RequestedList, asked: Asked): Promise<void> {
  const { store, limits } = asked;
  if (list.kind === 'given') {
    // What is no string is malformed, as in every other list: the source looks
    const source = targetsOf(list.targets as readonly string[], { dedupe: false });
    await store.lists.fill(recallId, source.read(), limits);
  } else {
    await store.lists.append(
      recallId,
      { offset: 0, body: list.body, isLast: list.isLast, isAgain: true },
      limits,
    );
  }
  await goOn(recallId, asked);
}

/** A complete list becomes a recall: at once, or by way of the next alarms where that takes longer. */
export async function goOn(recallId: string, { store, maker, drive }: Asked): Promise<void> {
  if (store.lists.standing(recallId)?.complete !== true) return;
  const made = maker.make(recallId);
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(resolve, PATIENCE_MS, undefined);
  try {
    // An alarm is set before it is waited for: whatever happens to this request, the recall is made
    await Promise.all([drive.wake(), Promise.race([made, late])]);
  } finally {
    clearTimeout(timer);
  }
  await drive.wake();
}
