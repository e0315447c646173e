import { finished } from 'node:stream/promises';
import { CsvError, parse, type Parser } from 'csv-parse';
import { Collector } from '../../../../intake/collector.ts';
import type { InputError } from '../../../../intake/input-error.ts';
import { inputFault } from '../../../../intake/input-fault.ts';
import { csvColumn, type CsvColumn } from './csv-column.ts';
import type { TargetChunk } from '../../../../intake/target-source.ts';
import type { ReaderFile } from '../format-reader.ts';
import { trimBlanks } from '../../../../intake/lines/trim-blanks.ts';
import { RECORD_LIMIT, tooLong } from '../../../../intake/record-limit.ts';
import { decodeUtf8 } from '../text.ts';

/** Where in a file the rows begin that are to be parsed, and what is known by then. */
export interface CsvStart {
  readonly column: CsvColumn | undefined;
  /** The number of the first line, counted from 1. */
  readonly firstLine: number;
}

/** Comma-separated values as RFC 4180 has them; lines end in LF or CRLF. */
export async function* parseCsv(
  bytes: AsyncIterable<Buffer>,
  file: ReaderFile,
  start: CsvStart,
): AsyncGenerator<TargetChunk> {
  const collector = new Collector({ file: file.label, decode: decodeUtf8 });
  const rows = new Rows(file, collector, start);
  const parser = parse({
    encoding: 'latin1', // a byte a character, so that only the cells that are wanted must be UTF-8
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: RECORD_LIMIT,
    on_record: (row: readonly string[], { empty_lines: blankLines }) => rows.take(row, blankLines),
  });
  parser.on('error', () => undefined); // who writes to it gets the error too
  try {
    for await (const chunk of bytes) {
      await write(parser, chunk);
      yield* collector.take();
    }
    await end(parser);
    yield* collector.take();
  } catch (error) {
    throw error instanceof CsvError
      ? notCsv(error, { file: file.label, line: rows.lineAfter(parser.info.empty_lines) })
      : error;
  } finally {
    parser.destroy();
  }
}

/** Hands the wanted cell of each row to the collector, with the line where the row starts. */
class Rows {
  readonly #file: ReaderFile;
  readonly #collector: Collector;
  #column: CsvColumn | undefined;
  #lines: number;

  constructor(file: ReaderFile, collector: Collector, { column, firstLine }: CsvStart) {
    this.#file = file;
    this.#collector = collector;
    this.#column = column;
    this.#lines = firstLine - 1;
  }

  /** The line after the rows so far; the parser's own count takes a CRLF inside a cell for two lines. */
  lineAfter(blankLines: number): number {
    return this.#lines + blankLines + 1;
  }

  /** For the parser, which passes on what this returns: nothing. */
  take(row: readonly string[], blankLines: number): null {
    const line = this.lineAfter(blankLines);
    this.#lines += 1 + row.reduce((breaks, cell) => breaks + count(cell, '\n'), 0);
    if (isBlank(row)) return null;
    if (this.#column === undefined) {
      this.#column = csvColumn(
        row.map((cell) => decodeUtf8(cell) ?? cell),
        this.#file,
      );
      if (this.#column.hasHeader) return null;
    }
    this.#collector.add(trimBlanks(row[this.#column.index] ?? ''), line);
    return null;
  }
}

/** Nothing but blanks on the line. The parser itself skips the lines without even those. */
function isBlank(row: readonly string[]): boolean {
  const [cell = ''] = row;
  return row.length === 1 && cell !== '' && trimBlanks(cell) === '';
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) found++;
  return found;
}

function write(parser: Parser, chunk: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.write(chunk, (error) => (error ? reject(error) : resolve()));
  });
}

function end(parser: Parser): Promise<void> {
  parser.end();
  parser.resume(); // nothing comes out of it, but it ends only for a reader
  return finished(parser);
}

/** Without the parser's error as its cause: that one quotes the file, which may be whole tokens. */
function notCsv(
  { code }: CsvError,
  { file, line }: { readonly file: string; readonly line: number },
): InputError {
  if (code === 'CSV_MAX_RECORD_SIZE') return tooLong(file, line);
  const what =
    code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'a quotation mark is opened here and never closed'
      : 'a quotation mark stands where CSV has none: a cell is quoted as a whole or not at all, and marks inside are doubled';
  return inputFault({
    file,
    line,
    what: `${what}. Mend that line, or add --format txt if it is one target a line.`,
  });
}
