import type { InputError } from './input-error.ts';
import { inputFault } from './input-fault.ts';

/** The longest line or record, in bytes. Longer ones mean that this is no list of targets. */
export const RECORD_LIMIT = 1024 * 1024;

export function tooLong(file: string, line: number): InputError {
  return inputFault({
    file,
    line,
    what: 'more than 1 MiB without an end, so this is no list of targets. Check the file, and name its format with --format if it is not what its name says.',
  });
}
