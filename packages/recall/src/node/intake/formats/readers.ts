import { readCsv } from './csv/read-csv.ts';
import type { FormatReader } from './format-reader.ts';
import type { InputFormat } from './input-format.ts';
import { readJson } from './json/read-json.ts';
import { readNdjson } from './json/read-ndjson.ts';
import { readTxt } from './lines/read-txt.ts';

export const READERS: Readonly<Record<InputFormat, FormatReader>> = {
  txt: readTxt,
  csv: readCsv,
  ndjson: readNdjson,
  json: readJson,
};
