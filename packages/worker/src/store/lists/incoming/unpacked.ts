import { BodyFault } from './body-fault.ts';

const GZIP = [0x1f, 0x8b];

/** How much is handed to the decompressor at once: what it makes of that, up to 1032 times as much, is in memory. */
const PIECE = 2048;

/** The bytes of a body; where it starts as gzip does, what was compressed. */
export async function* unpacked(bytes: AsyncGenerator<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  let head = new Uint8Array(0);
  for (let next = await bytes.next(); !next.done; next = await bytes.next()) {
    const joined = new Uint8Array(head.length + next.value.length);
    joined.set(head);
    joined.set(next.value, head.length);
    head = joined;
    if (head.length >= GZIP.length) break;
  }
  const whole = behind(head, bytes);
  yield* GZIP.every((byte, index) => head[index] === byte) ? gunzipped(whole, name) : whole;
}

async function* behind(head: Uint8Array, bytes: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head;
    yield* bytes;
  } finally {
    await bytes.return(undefined);
  }
}

async function* gunzipped(bytes: AsyncGenerator<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  const reader = readable.getReader();
  const feeding = (async (): Promise<BodyFault | undefined> => {
    let problem: 'damaged' | 'cut-short' = 'damaged';
    try {
      for await (const chunk of bytes) {
        for (let at = 0; at < chunk.length; at += PIECE) await writer.write(chunk.slice(at, at + PIECE));
      }
      problem = 'cut-short';
      await writer.close();
      return undefined;
    } catch (cause) {
      await writer.abort(cause).catch(() => undefined); // it may be broken already
      return cause instanceof BodyFault ? cause : new BodyFault(name, { problem, cause });
    }
  })();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        return { done: true as const, value: undefined, cause };
      });
      if (done) break;
      yield value;
    }
    const fault = await feeding;
    if (fault !== undefined) throw fault;
  } finally {
    await reader.cancel().catch(() => undefined);
    await feeding;
  }
}
