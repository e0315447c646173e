import { Collector } from '../../../../intake/collector.ts';
import type { TargetChunk } from '../../../../intake/target-source.ts';
import type { FormatReader, ReaderFile } from '../format-reader.ts';
import { isPlainLines, isPlainText } from '../../../../intake/lines/is-plain.ts';
import { lineBlocksOf, type BufferedLines } from '../lines/line-blocks.ts';
import { plainChunks } from '../../../../intake/lines/plain-chunks.ts';
import { decodeUtf8 } from '../text.ts';
import { CellFinder, type Cells } from './cell-finder.ts';
import { csvColumn, type CsvColumn } from './csv-column.ts';
import { parseCsv } from './parse-csv.ts';

const QUOTE = 0x22;

/**
 * Comma-separated values as RFC 4180 has them; lines end in LF or CRLF.
 *
 * Until the first quotation mark a line is a row and a comma the end of a cell, and that needs no parser, which
 * would take thirty times as long.
 */
export const readCsv: FormatReader = async function* (bytes, file) {
  const blocks = lineBlocksOf(bytes, file);
  let column: CsvColumn | undefined;
  for await (const block of blocks) {
    if (block.buffer.includes(QUOTE, block.start)) {
      yield* parseCsv(bytesOf(block, blocks), file, { column, firstLine: block.firstLine });
      return;
    }
    const finder = new CellFinder(block);
    column ??= columnOf(finder, file);
    if (column !== undefined) yield* chunksOf(finder.find(column.index), { block, label: file.label });
  }
};

/** Takes the first row off where it is a header; `undefined` where there are only blank lines. */
function columnOf(finder: CellFinder, file: ReaderFile): CsvColumn | undefined {
  const row = finder.firstRow();
  if (row === undefined) return undefined;
  const column = csvColumn(
    row.map((cell) => decodeUtf8(cell) ?? cell),
    file,
  );
  if (column.hasHeader) finder.dropFirstRow();
  return column;
}

function chunksOf(
  cells: Cells,
  { block, label }: { readonly block: BufferedLines; readonly label: string },
): readonly TargetChunk[] {
  if (isPlain(cells, block)) return plainChunks(cells, label);
  const collector = new Collector({ file: label, decode: decodeUtf8 });
  for (const [index, start] of cells.starts.entries()) {
    collector.add(block.buffer.toString('latin1', start, cells.ends[index]), cells.lineOf(index));
  }
  return collector.take();
}

/** What stands in the other columns does not matter. */
function isPlain({ buffer, starts, ends }: Cells, block: BufferedLines): boolean {
  const knownByLines = isPlainLines(buffer, block.start);
  return starts.every((start, index) => {
    const end = ends[index] ?? 0;
    return start < end && (knownByLines || isPlainText(buffer, { start, end }));
  });
}

/** Copies: the parser holds on to the end of a piece until the next one comes, and by then its memory is another's. */
async function* bytesOf(first: BufferedLines, more: AsyncIterable<BufferedLines>): AsyncGenerator<Buffer> {
  yield Buffer.from(first.buffer.subarray(first.start));
  for await (const { buffer, start } of more) yield Buffer.from(buffer.subarray(start));
}
