import { Collector } from '../../../../intake/collector.ts';
import type { FormatReader } from '../format-reader.ts';
import { jsonPieces } from './json-pieces.ts';
import { JsonRecords } from './json-records.ts';
import { TargetField } from '../../../../intake/json/target-field.ts';

/** One array of strings, or of objects with a field. It is never held as a whole. */
export const readJson: FormatReader = async function* (bytes, file) {
  const collector = new Collector({ file: file.label });
  const field = new TargetField(file);
  const records = new JsonRecords(file.label, (record, line) =>
    collector.add(field.pick(record, line), line),
  );
  for await (const pieces of jsonPieces(bytes)) {
    for (const piece of pieces) records.write(piece);
    yield* collector.take();
  }
  records.end();
  yield* collector.take();
  field.assertFound();
};
