import { Collector } from '../../../../intake/collector.ts';
import { trimBlanks } from '../../../../intake/lines/trim-blanks.ts';
import { inputFault } from '../../../../intake/input-fault.ts';
import type { FormatReader } from '../format-reader.ts';
import { lineStringsOf } from '../lines/line-strings.ts';
import { mendUtf8 } from './mend-utf8.ts';
import { TargetField } from '../../../../intake/json/target-field.ts';

const NOT_ASCII = /[\x80-\xff]/;

/** One JSON value a line: a string, or an object with a field. Blank lines are not counted. */
export const readNdjson: FormatReader = async function* (bytes, file) {
  const collector = new Collector({ file: file.label });
  const field = new TargetField(file);
  let line = 0;
  for await (const lines of lineStringsOf(bytes, file)) {
    for (const raw of lines) {
      line++;
      if (trimBlanks(raw) === '') continue;
      collector.add(field.pick(parsed(raw, { file: file.label, line }), line), line);
    }
    yield* collector.take();
  }
  field.assertFound();
};

function parsed(raw: string, { file, line }: { readonly file: string; readonly line: number }): unknown {
  const json = NOT_ASCII.test(raw) ? mendUtf8(Buffer.from(raw, 'latin1')).toString('utf8') : raw;
  try {
    return JSON.parse(json);
  } catch {
    // Without the parser's error as its cause: that one quotes the line, which may be a whole token
    throw inputFault({
      file,
      line,
      what: 'this line is not JSON, and as ndjson each must be. If it is cut short, export the file again; one array over many lines is --format json, bare targets are --format txt.',
    });
  }
}
