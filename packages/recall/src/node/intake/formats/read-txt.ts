import { Collector } from '../../../intake/collector.ts';
import type { FormatReader } from './format-reader.ts';
import { linesOf } from './lines.ts';
import { decodeUtf8, trimBytes } from './text.ts';

/** One target a line. Blank lines are not counted; quotation marks around a whole line are taken off. */
export const readTxt: FormatReader = async function* (bytes, { label }) {
  const collector = new Collector({ file: label, decode: decodeUtf8 });
  let line = 0;
  for await (const lines of linesOf(bytes, label)) {
    for (const raw of lines) {
      line++;
      const text = trimBytes(raw);
      if (text !== '') collector.add(isQuoted(text) ? text.slice(1, -1) : text, line);
    }
    yield* collector.take();
  }
};

function isQuoted(text: string): boolean {
  return text.length >= 2 && text.startsWith('"') && text.endsWith('"');
}
