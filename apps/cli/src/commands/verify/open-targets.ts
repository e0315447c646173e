import type { FileFacts, HeaderRecord } from '@unpush/recall';
import { openInput, type InputFile, type OpenedInput } from '@unpush/recall/node';
import { SettingsError } from '../../errors/settings-error.ts';
import { inputFiles } from '../../input/input-request.ts';
import { TOKENS } from '../../input/token-file.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { VerifyRequest } from './verify-request.ts';

/**
 * Whether the recall was made by a gateway. It was sent all targets as one list, whatever files they came from; the
 * command line sends them in a form of its own.
 */
export const isOfGateway = ({ versions }: HeaderRecord): boolean => '@unpush/worker' in versions;

/**
 * Opens the targets to compare with: of a recall at a gateway as their files' names and the flags say, and otherwise as
 * the evidence says that the recall read them. Throws {@link SettingsError} where there are more or fewer lists than the
 * recall had.
 */
export async function openTargets(
  compare: NonNullable<VerifyRequest['compare']>,
  header: HeaderRecord,
  { stdin, spoolDirectory }: Pick<Terminal, 'stdin'> & { readonly spoolDirectory: string },
): Promise<OpenedInput> {
  const { tokens } = compare;
  const { dedupe } = header.input;
  const files = isOfGateway(header) ? inputFiles(compare) : listsOf(compare, header);
  return openInput({ files, tokens, dedupe, spoolDirectory, stdin });
}

function listsOf(
  { files, format, column, field }: NonNullable<VerifyRequest['compare']>,
  { input }: HeaderRecord,
): readonly InputFile[] {
  const [given] = Object.entries({ format, column, field }).flatMap(([name, value]) =>
    value === undefined ? [] : [name],
  );
  if (given !== undefined) {
    throw new SettingsError(
      `--${given} is for recalls at a gateway: how this one has read its lists stands in the evidence; leave it out`,
    );
  }
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
  return lists.map((list, index) => ({ ...readAs(list), path: files[index] ?? list.path }));
}

const readAs = ({ format, column, field }: FileFacts) => ({
  format,
  ...(column !== undefined && { column }),
  ...(field !== undefined && { field }),
});
