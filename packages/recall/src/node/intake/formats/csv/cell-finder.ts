import type { BufferedLines } from '../lines/line-blocks.ts';
import type { PlainTargets } from '../../../../intake/lines/plain-chunks.ts';

const CARRIAGE_RETURN = 0x0d;
const COMMA = 0x2c;

/** The cells of one column, without the blanks around them; they may be empty. */
export type Cells = PlainTargets;

/** Finds cells in lines without quotation marks: each is a row. Blank lines are none. */
export class CellFinder {
  readonly #block: BufferedLines;
  readonly #rows: Rows;

  constructor(block: BufferedLines) {
    this.#block = block;
    this.#rows = rowsOf(block);
  }

  /** Its cells, a byte a character. */
  firstRow(): readonly string[] | undefined {
    const [start] = this.#rows.starts;
    return start === undefined
      ? undefined
      : this.#block.buffer.toString('latin1', start, this.#rows.ends[0]).split(',');
  }

  dropFirstRow(): void {
    this.#rows.starts = this.#rows.starts.subarray(1);
    this.#rows.ends = this.#rows.ends.subarray(1);
    this.#rows.lines = this.#rows.lines.subarray(1);
  }

  /** The cells of the column at `index`, counted from 0. */
  find(index: number): Cells {
    const { buffer } = this.#block;
    const { starts, ends, lines } = this.#rows;
    const cells = { starts: new Uint32Array(starts.length), ends: new Uint32Array(starts.length) };
    const commas = new Commas(buffer);
    for (let row = 0; row < starts.length; row++) {
      const end = ends[row] ?? 0;
      let from = starts[row] ?? 0;
      // A row that is too short has an empty cell there
      for (let column = 0; column < index; column++) from = Math.min(end, commas.after(from) + 1);
      let to = Math.min(end, commas.after(from));
      while (from < to && isBlank(buffer[from])) from += 1;
      while (from < to && isBlank(buffer[to - 1])) to -= 1;
      cells.starts[row] = from;
      cells.ends[row] = to;
    }
    return { buffer, ...cells, lineOf: (row) => lines[row] ?? 0 };
  }
}

/** Finds the next comma; asked in order, it looks at each byte once. */
class Commas {
  readonly #buffer: Buffer;
  #next = -1;

  constructor(buffer: Buffer) {
    this.#buffer = buffer;
  }

  /** From `at` on. */
  after(at: number): number {
    if (this.#next >= at) return this.#next;
    const found = this.#buffer.indexOf(COMMA, at);
    this.#next = found === -1 ? this.#buffer.length : found;
    return this.#next;
  }
}

interface Rows {
  starts: Uint32Array;
  ends: Uint32Array;
  /** The line of each. */
  lines: Uint32Array;
}

function rowsOf({ buffer, start, ends, firstLine }: BufferedLines): Rows {
  const rows = {
    starts: new Uint32Array(ends.length),
    ends: new Uint32Array(ends.length),
    lines: new Uint32Array(ends.length),
  };
  let count = 0;
  let from = start;
  for (let index = 0; index < ends.length; index++) {
    const end = ends[index] ?? 0;
    const stop = end > from && buffer[end - 1] === CARRIAGE_RETURN ? end - 1 : end;
    if (!isBlankLine(buffer, { start: from, end: stop })) {
      rows.starts[count] = from;
      rows.ends[count] = stop;
      rows.lines[count] = firstLine + index;
      count += 1;
    }
    from = end + 1;
  }
  return {
    starts: rows.starts.subarray(0, count),
    ends: rows.ends.subarray(0, count),
    lines: rows.lines.subarray(0, count),
  };
}

function isBlankLine(
  buffer: Buffer,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  for (let at = start; at < end; at++) if (!isBlank(buffer[at])) return false;
  return true;
}

/** Space, tab, line feed, vertical tab, form feed, carriage return. */
function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d);
}
