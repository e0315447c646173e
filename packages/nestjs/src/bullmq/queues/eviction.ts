import type { Queue } from 'bullmq';

/**
 * Says what is wrong where Redis throws out keys when its memory is full: jobs would vanish. What it says is nothing
 * where the policy is right, or where Redis does not tell it.
 */
export async function warnOfEviction(queue: Queue, warn: (message: string) => void): Promise<void> {
  const policy = await policyOf(queue).catch(() => undefined);
  if (policy === undefined || policy === 'noeviction') return;
  warn(
    `Redis has the maxmemory-policy ${policy}, and throws out jobs when its memory is full: set it to noeviction, as ` +
      'every BullMQ queue needs it. Recalls lose nothing even so, but requests are made again.',
  );
}

async function policyOf(queue: Queue): Promise<string | undefined> {
  const client = await clientOf(queue);
  return /^maxmemory_policy:(\S+)/m.exec(await client.info())?.[1];
}

interface Informed {
  info(): Promise<string>;
}

/** BullMQ 5 has its client on the queue itself. */
function clientOf(queue: Queue | { readonly client: Promise<Informed> }): Promise<Informed> {
  return 'getBackend' in queue ? queue.getBackend().client : queue.client;
}
