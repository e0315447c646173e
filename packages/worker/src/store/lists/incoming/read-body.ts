import { BodyFault } from './body-fault.ts';

export interface BodyToRead {
  readonly name: string;
  /** How long nothing may come before the body counts as broken off, in milliseconds. */
  readonly patienceMs: number;
}

/**
 * The bytes of a body. Where somebody stops reading, what is left of it is left to be read.
 *
 * @throws BodyFault where it breaks off, or nothing comes for too long.
 */
export async function* readBody(
  body: ReadableStream<Uint8Array>,
  { name, patienceMs }: BodyToRead,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  const since = { silent: false, waiting: false, at: Date.now() };
  const watch = setInterval(() => {
    if (!since.waiting || Date.now() - since.at < patienceMs) return;
    since.silent = true;
    void reader.cancel().catch(() => undefined); // ends the read that waits
  }, patienceMs / 4);
  try {
    for (;;) {
      Object.assign(since, { waiting: true, at: Date.now() });
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw new BodyFault(name, { problem: 'broken-off', cause });
      });
      since.waiting = false;
      if (since.silent) throw new BodyFault(name, { problem: 'broken-off' });
      if (done) return;
      yield value;
    }
  } finally {
    clearInterval(watch);
    reader.releaseLock();
  }
}
