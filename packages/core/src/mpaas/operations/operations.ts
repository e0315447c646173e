import { revokeMessage } from './revoke-message.ts';
import { revokeTask } from './revoke-task.ts';

/** Every operation of Message Push that unpush speaks, by the name it has in a client. */
export const MPAAS_OPERATIONS = {
  revokeMessage,
  revokeTask,
} as const;

export type MpaasOperations = typeof MPAAS_OPERATIONS;
