import { InvalidRequestError, mpaasSelectorSchema, parseRequest, type MpaasSelector } from '@unpush/core';
import { SettingsError } from '../../errors/settings-error.ts';
import { textFlags, type Flags } from '../../flags/read-flags.ts';
import type { Selector } from '../words/recall-words.ts';

const FLAGS: Readonly<Record<string, string>> = { messageId: '--message-id', taskId: '--task-id' };

/** Reads from the flags which notification is meant. Throws {@link SettingsError}. */
export function readSelector(flags: Flags): MpaasSelector {
  const given = textFlags(flags, ['messageId', 'taskId']);
  const { messageId, taskId } = given;
  if (messageId === undefined && taskId === undefined) {
    throw new SettingsError(
      "--message-id is missing: give the sender's own id of a simple or template push, or --task-id for a batch push or a broadcast",
    );
  }
  if (messageId !== undefined && taskId !== undefined) {
    throw new SettingsError(
      '--message-id and --task-id were both given, but they name different pushes: give --message-id for a simple or template push, --task-id for a batch push or a broadcast',
    );
  }
  if (taskId !== undefined && /\s/.test(taskId.trim())) {
    throw new SettingsError(`--task-id is ${JSON.stringify(taskId)}: a task's id has no white space inside`);
  }
  try {
    return parseRequest(mpaasSelectorSchema, given);
  } catch (error) {
    if (!InvalidRequestError.isInstance(error)) throw error;
    const problems = error.problems.map(({ field, problem }) => `${FLAGS[field] ?? field} ${problem}`);
    throw new SettingsError(problems.join('\n'), { cause: error });
  }
}

/** Checks a selector that was kept. Throws `InvalidRequestError`. */
export const parseSelector = (kept: Selector): MpaasSelector => parseRequest(mpaasSelectorSchema, kept);
