import { Collector } from '../collector.ts';
import { inputFault } from '../input-fault.ts';
import { mendStrays } from '../json/mend-strays.ts';
import { TargetField } from '../json/target-field.ts';
import { blockOfLines } from '../lines/line-block.ts';
import { lineTextsOf, textOfBytes } from '../lines/line-texts.ts';
import { trimBlanks } from '../lines/trim-blanks.ts';
import type { TargetChunk } from '../target-source.ts';
import type { ListReader, ListReaderOptions } from './list-reader.ts';

/** One JSON value a line: a string, or an object with a field. */
export function ndjsonReader(options: ListReaderOptions): ListReader {
  const { label: file } = options;
  const field = new TargetField({ ...options });

  function* read(bytes: Uint8Array, firstLine: number): Generator<TargetChunk> {
    const collector = new Collector({ file });
    const { lines, isText } = lineTextsOf(blockOfLines(bytes, firstLine));
    for (const [index, raw] of lines.entries()) {
      if (trimBlanks(raw) === '') continue;
      const line = firstLine + index;
      const json = isText ? raw : (textOfBytes(raw) ?? textOfBytes(mendStrays(raw)) ?? '');
      collector.add(field.pick(parsed(json, { file, line }), line), line);
      if (collector.isFull) yield* collector.take();
    }
    yield* collector.take();
  }

  return {
    read,
    get met() {
      return field.met;
    },
    assertFound: () => field.assertFound(),
  };
}

function parsed(json: string, { file, line }: { readonly file: string; readonly line: number }): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Without the parser's error as its cause: that one quotes the line, which may be a whole token
    throw inputFault({
      file,
      line,
      what: 'this line is not JSON, and as ndjson each must be. If it is cut short, export the list again; bare targets are plain text.',
    });
  }
}
