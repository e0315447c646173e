import { inTurn, type InTurn } from '../../ledger/book/in-turn.ts';

/** Runs tasks one after the other where they are about the same recall; those of another do not wait for them. */
export function turnsByRecall(): <T>(recallId: string, task: () => Promise<T>) => Promise<T> {
  const queues = new Map<string, { readonly take: InTurn; waiting: number }>();
  return async (recallId, task) => {
    const queue = queues.get(recallId) ?? { take: inTurn(), waiting: 0 };
    queues.set(recallId, queue);
    queue.waiting += 1;
    try {
      return await queue.take(task);
    } finally {
      queue.waiting -= 1;
      if (queue.waiting === 0) queues.delete(recallId);
    }
  };
}
