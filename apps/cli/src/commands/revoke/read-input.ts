import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openInput, type InputFile, type OpenedInput } from '@unpush/recall/node';
import type { Terminal } from '../../terminal/terminal.ts';
import type { RevokeRequest } from './revoke-request.ts';

/** Reads all targets once: the plan needs their counts. */
export async function readInput(
  request: RevokeRequest,
  { terminal, signal }: { terminal: Terminal; signal: AbortSignal },
): Promise<OpenedInput> {
  return openInput({
    files: inputFiles(request),
    tokens: request.tokens,
    dedupe: request.dedupe,
    spoolDirectory: join(stateDirectory(terminal.env), 'spool'),
    stdin: terminal.stdin,
    signal,
  });
}

const CSV = /\.csv(\.gz)?$/i;
const JSON_LIKE = /\.(json|ndjson|jsonl)(\.gz)?$/i;

/** The files, each with the flags that its format has: `--column` is no business of a text file beside a CSV. */
export function inputFiles({ files, format, column, field }: RevokeRequest): readonly InputFile[] {
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

/** Where unpush keeps what outlives a process: the XDG state directory. */
function stateDirectory(env: Terminal['env']): string {
  const home = env['HOME'] === undefined ? tmpdir() : join(env['HOME'], '.local/state');
  return join(env['XDG_STATE_HOME'] ?? home, 'unpush');
}
