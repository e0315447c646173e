import { Collector } from '../../../../intake/collector.ts';
import { isPlainLines } from '../../../../intake/lines/is-plain.ts';
import { plainChunks } from '../../../../intake/lines/plain-chunks.ts';
import { plainTargetsOf } from '../../../../intake/lines/plain-targets.ts';
import { trimBlanks } from '../../../../intake/lines/trim-blanks.ts';
import { unquoted } from '../../../../intake/lines/unquoted.ts';
import type { FormatReader } from '../format-reader.ts';
import { decodeUtf8 } from '../text.ts';
import { lineBlocksOf } from './line-blocks.ts';
import { stringsOf } from './line-strings.ts';

/** One target a line. Blank lines are not counted; quotation marks around a whole line are taken off. */
export const readTxt: FormatReader = async function* (bytes, file) {
  const { label } = file;
  const collector = new Collector({ file: label, decode: decodeUtf8 });
  for await (const block of lineBlocksOf(bytes, file)) {
    if (isPlainLines(block.buffer, block.start)) {
      yield* plainChunks(plainTargetsOf(block), label);
      continue;
    }
    for (const [index, raw] of stringsOf(block).entries()) {
      const text = trimBlanks(raw);
      if (text !== '') collector.add(unquoted(text), block.firstLine + index);
    }
    yield* collector.take();
  }
};
