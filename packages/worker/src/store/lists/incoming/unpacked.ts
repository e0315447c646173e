import { letOthers } from '../let-others.ts';
import { BodyFault } from './body-fault.ts';

const GZIP = [0x1f, 0x8b];

/** How much is handed to the decompressor at once: what it makes of that, up to 1032 times as much, is in memory. */
const PIECE = 32 * 1024;

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
  const out = new Output(readable.getReader());
  const damaged = (cause: unknown): BodyFault => new BodyFault(name, { problem: 'damaged', cause });
  try {
    for await (const piece of inPieces(bytes)) {
      const writing = outcomeOf(writer.write(piece));
      yield* out.soFar(writing);
      const { fault } = await writing;
      if (fault !== undefined) throw damaged(fault.cause);
    }
    const closing = outcomeOf(writer.close());
    yield* out.rest();
    const { fault } = await closing;
    if (fault !== undefined) throw new BodyFault(name, { problem: 'cut-short', cause: fault.cause });
  } finally {
    await out.cancel();
    await writer.abort().catch(() => undefined); // it may be closed or broken already
  }
}

/** The bytes in pieces of one size, but for the last: each costs a turn of the event loop. */
async function* inPieces(bytes: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let piece = new Uint8Array(PIECE);
  let length = 0;
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.length;) {
      const part = chunk.subarray(at, at + PIECE - length);
      piece.set(part, length);
      length += part.length;
      at += part.length;
      if (length < PIECE) continue;
      yield piece;
      piece = new Uint8Array(PIECE);
      length = 0;
    }
  }
  if (length > 0) yield piece.subarray(0, length);
}

/** How something ended that may go wrong before anybody waits for it. */
interface Outcome {
  readonly fault?: { readonly cause: unknown };
}

const outcomeOf = (work: Promise<void>): Promise<Outcome> =>
  work.then(
    () => ({}),
    (cause: unknown) => ({ fault: { cause } }),
  );

/**
 * What a decompressor has made. It takes all that it is given, whether or not anybody reads what comes of it, so it
 * must be given little, and be emptied before it is given more.
 */
class Output {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #pending: Promise<Uint8Array | undefined> | undefined;

  constructor(reader: ReadableStreamDefaultReader<Uint8Array>) {
    this.#reader = reader;
  }

  /** What is there once all was written: until nothing more comes within a turn of the event loop. */
  async *soFar(writing: Promise<Outcome>): AsyncGenerator<Uint8Array> {
    const written = { all: false };
    void writing.then(() => (written.all = true));
    let turn = letOthers();
    for (;;) {
      const next = await Promise.race([this.#next(), turn]);
      if (next !== undefined) {
        this.#pending = undefined;
        yield next;
      } else if (written.all) {
        return;
      } else {
        // The race is won at once where all has ended, and would let nobody else go on
        turn = letOthers();
        await turn;
      }
    }
  }

  /** All that is still to come. */
  async *rest(): AsyncGenerator<Uint8Array> {
    for (let next = await this.#next(); next !== undefined; next = await this.#next()) {
      this.#pending = undefined;
      yield next;
    }
  }

  cancel(): Promise<void> {
    return this.#reader.cancel().catch(() => undefined); // it may be broken already
  }

  /** At the end, and where the data does not hold, nothing; why is told to the writer. */
  #next(): Promise<Uint8Array | undefined> {
    return (this.#pending ??= this.#reader.read().then(
      ({ value }) => value,
      () => undefined,
    ));
  }
}
