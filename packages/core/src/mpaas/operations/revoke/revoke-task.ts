import { inputObject } from '../../fields/input-object.ts';
import { idSchema } from '../../fields/text.ts';
import { defineOperation, type MpaasOperation } from '../operation.ts';

/** A batch or broadcast push. */
export interface RevokeTaskInput {
  /** The id that Message Push gave the task. */
  readonly taskId: string;
}

/** `RevokePushTask`: takes a batch or broadcast push of the last seven days back, as a whole. */
export const revokeTask: MpaasOperation<RevokeTaskInput, undefined> = defineOperation({
  action: 'RevokePushTask',
  repeatable: true,
  envelope: 'push',
  input: inputObject({
    taskId: idSchema({ what: "the task's id, as Message Push gave it (TaskId)" }),
  }),
  revokedFrom: ({ taskId }) => [taskId],
  parameters: ({ taskId }) => ({ TaskId: taskId }),
  output: () => undefined,
});
