import { InvalidRequestError } from '@unpush/core';
import { SettingsError } from '../../../errors/settings-error.ts';
import { listFlag, textFlags, type Flags } from '../../../flags/read-flags.ts';
import type { EmulatorRoom } from '../../rooms/emulator-room.ts';
import { idProblem } from '../id-problem.ts';
import { parseSelector } from '../selector.ts';
import { furnish } from './furnish.ts';

/** As in the examples of Alibaba Cloud's pages. */
const MESSAGE_ID = '1578807462788';
const TASK_ID = '20842863';

/** mPaaS, played on this machine. */
export const MPAAS_EMULATOR: EmulatorRoom = {
  readOrders(flags) {
    const { workspaceId, ...ids } = textFlags(flags, ['workspaceId', 'messageId', 'taskId']);
    const { messageId = MESSAGE_ID, taskId = TASK_ID } = ids;
    checkId('--message-id', () => parseSelector({ messageId }));
    checkId('--task-id', () => parseSelector({ taskId }));
    refuse('--workspace-id', workspaceId === undefined ? undefined : idProblem('workspaceId', workspaceId));
    const order = { ...(workspaceId !== undefined && { workspaceId }), messageId, taskId };
    return readAppIds(flags).map((appId) => (site) => furnish({ appId, ...order }, site));
  },
};

/** `undefined` stands for a random one. */
function readAppIds(flags: Flags): readonly (string | undefined)[] {
  const ids = listFlag(flags, 'appId');
  for (const id of ids) refuse('--app-id', idProblem('appId', id));
  if (new Set(ids).size !== ids.length) {
    throw new SettingsError('--app-id stands twice with the same id: give each app its own');
  }
  return ids.length === 0 ? [undefined] : ids;
}

function checkId(flag: string, parse: () => unknown): void {
  try {
    parse();
  } catch (error) {
    if (!InvalidRequestError.isInstance(error)) throw error;
    refuse(flag, error.problems.map(({ problem }) => problem).join('; '));
  }
}

function refuse(flag: string, problem: string | undefined): void {
  if (problem !== undefined) throw new SettingsError(`${flag} ${problem}`);
}
