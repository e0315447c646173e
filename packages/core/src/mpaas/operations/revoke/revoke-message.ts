import { inputObject } from '../../fields/input-object.ts';
import { idSchema } from '../../fields/text.ts';
import { defineOperation, type MpaasOperation } from '../operation.ts';

/** A message of a simple or template push, and the target that it was pushed to. */
export interface RevokeMessageInput {
  /** The sender's own id of the message, as it stood in `TargetMsgkey`. */
  readonly messageId: string;
  /** A device id if the push was by device, a user id if it was by user. */
  readonly targetId: string;
}

/** `RevokePushMessage`: takes a simple or template push of the last seven days back from one target. */
export const revokeMessage: MpaasOperation<RevokeMessageInput, undefined> = defineOperation({
  action: 'RevokePushMessage',
  repeatable: true,
  envelope: 'push',
  input: inputObject({
    messageId: idSchema({ what: "the message's id, as it was pushed (MessageId)" }),
    targetId: idSchema({
      what: 'the device or user that it was pushed to (TargetId)',
      emptyCode: '3021',
      isTarget: true,
    }),
  }),
  parameters: ({ messageId, targetId }) => ({ MessageId: messageId, TargetId: targetId }),
  revokedFrom: ({ targetId }) => [targetId],
  output: () => undefined,
});
