import { Collector } from '../collector.ts';
import { isPlainLines } from '../lines/is-plain.ts';
import { blockOfLines, type LineBlock } from '../lines/line-block.ts';
import { lineTextsOf, textOfBytes } from '../lines/line-texts.ts';
import { plainChunks } from '../lines/plain-chunks.ts';
import { plainTargetsOf } from '../lines/plain-targets.ts';
import { trimBlanks } from '../lines/trim-blanks.ts';
import { unquoted } from '../lines/unquoted.ts';
import type { TargetChunk } from '../target-source.ts';
import type { ListReader } from './list-reader.ts';

/** One target a line; quotation marks around a whole line are taken off. */
export function txtReader(label: string): ListReader {
  return {
    read(lines, firstLine) {
      const block = blockOfLines(lines, firstLine);
      return isPlainLines(block.buffer, block.start)
        ? plainChunks(plainTargetsOf(block), label)
        : collected(block, label);
    },
    met: { found: false },
    assertFound: () => undefined,
  };
}

function* collected(block: LineBlock, file: string): Generator<TargetChunk> {
  const { lines, isText } = lineTextsOf(block);
  const collector = new Collector({ file, ...(!isText && { decode: textOfBytes }) });
  for (const [index, raw] of lines.entries()) {
    const text = trimBlanks(raw);
    if (text !== '') collector.add(unquoted(text), block.firstLine + index);
    if (collector.isFull) yield* collector.take();
  }
  yield* collector.take();
}
