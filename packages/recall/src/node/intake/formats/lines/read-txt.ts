import { Collector } from '../../../../intake/collector.ts';
import type { FormatReader } from '../format-reader.ts';
import { decodeUtf8, trimBytes } from '../text.ts';
import { isPlainLines } from './is-plain.ts';
import { lineBlocksOf, type LineBlock } from './line-blocks.ts';
import { stringsOf } from './line-strings.ts';
import { plainChunks, type PlainTargets } from './plain-chunks.ts';

const CARRIAGE_RETURN = 0x0d;

/** One target a line. Blank lines are not counted; quotation marks around a whole line are taken off. */
export const readTxt: FormatReader = async function* (bytes, file) {
  const { label } = file;
  const collector = new Collector({ file: label, decode: decodeUtf8 });
  for await (const block of lineBlocksOf(bytes, file)) {
    if (isPlainLines(block.buffer, block.start)) {
      yield* plainChunks(targetsOf(block), label);
      continue;
    }
    for (const [index, raw] of stringsOf(block).entries()) {
      const text = trimBytes(raw);
      if (text !== '') collector.add(isQuoted(text) ? text.slice(1, -1) : text, block.firstLine + index);
    }
    yield* collector.take();
  }
};

/** The lines but for the empty ones, without the carriage return at their end. */
function targetsOf({ buffer, start, ends, firstLine }: LineBlock): PlainTargets {
  const starts = new Uint32Array(ends.length);
  const stops = new Uint32Array(ends.length);
  const lines = new Uint32Array(ends.length);
  let count = 0;
  let from = start;
  for (let index = 0; index < ends.length; index++) {
    const end = ends[index] ?? 0;
    const stop = end > from && buffer[end - 1] === CARRIAGE_RETURN ? end - 1 : end;
    if (stop > from) {
      starts[count] = from;
      stops[count] = stop;
      lines[count] = firstLine + index;
      count += 1;
    }
    from = end + 1;
  }
  return {
    buffer,
    starts: starts.subarray(0, count),
    ends: stops.subarray(0, count),
    lineOf: (index) => lines[index] ?? 0,
  };
}

function isQuoted(text: string): boolean {
  return text.length >= 2 && text.startsWith('"') && text.endsWith('"');
}
