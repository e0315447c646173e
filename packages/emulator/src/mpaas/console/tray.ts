import type { NotificationState } from '../../world/wave.ts';
import type { MpaasBehaviour } from '../behaviour.ts';
import { documentedEffect, platformOf } from '../store/phones/channels.ts';
import type { Message } from '../store/pushes/message.ts';
import type { Sent } from '../store/pushes/sent.ts';
import type { Space } from '../store/space.ts';

/** What lies in the notification tray of a device. */
export interface MpaasTrayNotification {
  readonly messageId: string;
  /** Of a batch push or a broadcast. */
  readonly taskId?: string;
  readonly title: string;
  readonly content: string;
  /** Milliseconds since 1970. */
  readonly deliveredAt: number;
  /** A clicked one has done its harm: a revoke does not take it back. */
  readonly clicked: boolean;
  /** Overwritten by a revoke; title and content are what stands there now. */
  readonly revoked: boolean;
}

type Waves = Pick<Message, 'devices' | 'users'>;
type Look = NonNullable<ReturnType<Message['devices']['look']>>;

/** One notification of a device, wherever it came from. */
interface Found {
  readonly sent: Sent;
  readonly state: NotificationState;
  readonly taskId?: string;
}

/** What a device shows, the newest first. A push to a user shows on the devices the user is bound to now. */
export function trayOf(
  space: Space,
  device: number,
  behaviour: MpaasBehaviour,
): readonly MpaasTrayNotification[] {
  const channel = space.phones.channelOf(device);
  const effect = documentedEffect(channel) ?? behaviour.undocumentedChannels;
  return [...foundOn(space, device)]
    .filter(({ state }) => state !== 'cleared' && !(state === 'revoked' && effect === 'remove'))
    .map(({ sent, state, ...task }) => {
      const revoked = state === 'revoked' && effect === 'overwrite';
      const { revokedText } = behaviour;
      return {
        messageId: sent.messageId,
        ...task,
        title: revoked ? revokedText : sent.title,
        content: revoked ? revokedText : sent.content,
        deliveredAt: sent.sentAt,
        clicked: state === 'clicked',
        revoked,
      };
    })
    .sort((one, other) => other.deliveredAt - one.deliveredAt);
}

function* foundOn(space: Space, device: number): Generator<Found> {
  const user = space.users.userOf(device);
  const platform = platformOf(space.phones.channelOf(device));
  for (const message of space.pushes.messages()) {
    for (const shown of looks(message, device, user)) yield { sent: shown.message, state: shown.state };
  }
  for (const task of space.pushes.tasks()) {
    const { taskId, platform: only = platform } = task.facts;
    if (only !== platform) continue;
    for (const shown of looks(task, device, user)) {
      yield { sent: shown.message, state: task.stateOf(shown.state), taskId };
    }
  }
}

/** What was sent to the device itself, and what to its user. */
function looks(waves: Waves, device: number, user: number | undefined): readonly Look[] {
  const looks = [waves.devices.look(device), user === undefined ? undefined : waves.users.look(user)];
  return looks.filter((look) => look !== undefined);
}
