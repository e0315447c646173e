import type { InputError } from '../../../intake/input-error.ts';
import type { InputFile } from '../input-file.ts';
import { inputFault } from '../../../intake/input-fault.ts';
import { INPUT_FORMATS, type InputFormat } from './input-format.ts';

const BY_ENDING: ReadonlyMap<string, InputFormat> = new Map([
  ['txt', 'txt'],
  ['csv', 'csv'],
  ['ndjson', 'ndjson'],
  ['jsonl', 'ndjson'],
  ['json', 'json'],
]);

/**
 * The format of a file: the one that was asked for, else the one its name ends in, else `txt`.
 *
 * @throws InputError where there is no such format, or where a column or field is named that it does not have.
 */
export function formatOf(file: InputFile): InputFormat {
  const format = file.format === undefined ? byName(file.path) : named(file.format, file.path);
  if (file.column !== undefined && format !== 'csv') {
    throw misplaced(file.path, { flag: '--column', format, remedy: 'If it is CSV, add --format csv' });
  }
  if (file.field !== undefined && format !== 'ndjson' && format !== 'json') {
    throw misplaced(file.path, {
      flag: '--field',
      format,
      remedy: 'If it is JSON, add --format json, or --format ndjson for one object a line',
    });
  }
  return format;
}

function byName(path: string): InputFormat {
  const ending = /\.(\w+)(?:\.gz)?$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  return BY_ENDING.get(ending) ?? 'txt';
}

function named(format: string, file: string): InputFormat {
  const found = INPUT_FORMATS.find((known) => known === format);
  if (found !== undefined) return found;
  throw inputFault({
    file,
    what: `there is no format "${format}". It is one of ${INPUT_FORMATS.join(', ')}.`,
  });
}

function misplaced(
  file: string,
  { flag, format, remedy }: { readonly flag: string; readonly format: InputFormat; readonly remedy: string },
): InputError {
  return inputFault({
    file,
    what: `it is read as ${format}, which has no ${flag}. ${remedy}; if not, leave ${flag} out.`,
  });
}
