import { setTimeout as sleep } from 'node:timers/promises';

/** A queue, a worker or a listener. */
interface Connected {
  close(): Promise<void>;
  disconnect(): Promise<void>;
}

/** Without Redis BullMQ waits until it is back, and an application that shuts down does not. */
const CLOSING_MS = 1000;

/** Closes what is connected to Redis; cuts the connection where that takes too long. Never rejects. */
export async function closeSoon(...all: readonly Connected[]): Promise<void> {
  await Promise.all(all.map(closeOne));
}

async function closeOne(connected: Connected): Promise<void> {
  const late = new AbortController();
  const closed = connected
    .close()
    .then(
      () => true,
      () => true,
    )
    .finally(() => late.abort());
  const isClosed = await Promise.race([
    closed,
    sleep(CLOSING_MS, false, { signal: late.signal }).catch(() => true),
  ]);
  // Nobody waits for that: it ends once the socket is gone
  if (!isClosed) void connected.disconnect().catch(() => undefined);
}
