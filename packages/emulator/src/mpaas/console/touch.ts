import type { MpaasTouch } from './types.ts';
import type { Message } from '../store/pushes/message.ts';
import type { Space } from '../store/space.ts';
import type { Task } from '../store/pushes/task.ts';

/** Clicks or clears what one device shows. Whether it showed it. */
export function touch(
  how: 'click' | 'clear',
  what: MpaasTouch,
  { space, device }: { readonly space: Space; readonly device: number },
): boolean {
  const shown =
    'taskId' in what ? space.pushes.task(what.taskId) : space.pushes.existingMessage(what.messageId);
  if (shown === undefined || isRevoked(shown)) return false;
  const user = space.users.userOf(device);
  const onDevice = shown.devices[how](device);
  const ofUser = user !== undefined && shown.users[how](user);
  return onDevice || ofUser;
}

/** After the revoke of its task nothing of it can be touched: the task keeps no state for each device. */
function isRevoked(shown: Message | Task): boolean {
  return 'timesRevoked' in shown && shown.timesRevoked > 0;
}
