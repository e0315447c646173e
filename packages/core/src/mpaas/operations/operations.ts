import { revokeMessage } from './revoke/revoke-message.ts';
import { revokeTask } from './revoke/revoke-task.ts';

/** Every operation of Message Push that unpush speaks, by the name it has in a client. */
export const MPAAS_OPERATIONS = {
  revokeMessage,
  revokeTask,
} as const;

export type MpaasOperations = typeof MPAAS_OPERATIONS;
