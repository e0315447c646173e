import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openInput, type OpenedInput } from '@unpush/recall/node';
import type { Terminal } from '../../terminal/terminal.ts';
import type { RevokeRequest } from './revoke-request.ts';

/** Reads all targets once: the plan needs their counts. */
export async function readInput(
  request: RevokeRequest,
  { terminal, signal }: { terminal: Terminal; signal: AbortSignal },
): Promise<OpenedInput> {
  const { files, tokens, format, column, field, dedupe } = request;
  return openInput({
    files: files.map((path) => ({
      path,
      ...(format !== undefined && { format }),
      ...(column !== undefined && { column }),
      ...(field !== undefined && { field }),
    })),
    tokens,
    dedupe,
    spoolDirectory: join(stateDirectory(terminal.env), 'spool'),
    stdin: terminal.stdin,
    signal,
  });
}

/** Where unpush keeps what outlives a process: the XDG state directory. */
function stateDirectory(env: Terminal['env']): string {
  const home = env['HOME'] === undefined ? tmpdir() : join(env['HOME'], '.local/state');
  return join(env['XDG_STATE_HOME'] ?? home, 'unpush');
}
