import type { InputFile } from '@unpush/recall/node';

/** The lists that were named on a command line, and how to read them. */
export interface InputRequest {
  readonly files: readonly string[];
  readonly tokens: readonly string[];
  readonly format?: string;
  readonly column?: string;
  readonly field?: string;
}

const CSV = /\.csv(\.gz)?$/i;
const JSON_LIKE = /\.(json|ndjson|jsonl)(\.gz)?$/i;

/** The files, each with the flags that its format has: `--column` is no business of a text file beside a CSV. */
export function inputFiles({ files, format, column, field }: InputRequest): readonly InputFile[] {
  const among = (names: RegExp): ReadonlySet<string> => {
    const found = files.filter((path) => names.test(path));
    // With none of that kind the flag goes to all, and the reader says what is wrong with it
    return new Set(found.length === 0 || format !== undefined ? files : found);
  };
  const withColumn = among(CSV);
  const withField = among(JSON_LIKE);
  return files.map((path) => ({
    path,
    ...(format !== undefined && { format }),
    ...(column !== undefined && withColumn.has(path) && { column }),
    ...(field !== undefined && withField.has(path) && { field }),
  }));
}
