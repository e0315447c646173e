import type { FileFacts, HeaderRecord } from '@unpush/recall';
import { openInput, type OpenedInput } from '@unpush/recall/node';
import { SettingsError } from '../../errors/settings-error.ts';
import { TOKENS } from '../../input/token-file.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { VerifyRequest } from './verify-request.ts';

/**
 * Opens the targets to compare with, read as the evidence says that the recall read them. Throws
 * {@link SettingsError} where there are more or fewer lists than the recall had.
 */
export async function openTargets(
  { files, tokens }: NonNullable<VerifyRequest['compare']>,
  { input }: HeaderRecord,
  { stdin, spoolDirectory }: Pick<Terminal, 'stdin'> & { readonly spoolDirectory: string },
): Promise<OpenedInput> {
  const lists = input.files.filter(({ path }) => path !== TOKENS);
  if (lists.length === 0 && files.length > 0) {
    throw new SettingsError(
      'the recall read no list, but --tokens names one: give what it had on the command line, a target or the id of its task, with --token ID',
    );
  }
  if (lists.length !== files.length) {
    throw new SettingsError(
      `the recall read ${lists.length} lists (${lists.map(({ path }) => path).join(', ')}), but --tokens names ${files.length}: name the same ones in the same order`,
    );
  }
  return openInput({
    files: lists.map((list, index) => ({ ...readAs(list), path: files[index] ?? list.path })),
    tokens,
    dedupe: input.dedupe,
    spoolDirectory,
    stdin,
  });
}

const readAs = ({ format, column, field }: FileFacts) => ({
  format,
  ...(column !== undefined && { column }),
  ...(field !== undefined && { field }),
});
