import type { Space } from '../space.ts';

/** What was accepted for one message, or for one task, of one app. */
export interface MpaasRevocations {
  /** How often a revoke of this target was accepted. Of a task the task's id is the one target. */
  times(target: string): number;
  /** Every target that was accepted at least once, with how often. */
  entries(): Iterable<readonly [target: string, times: number]>;
  /** How many targets were accepted at least once. */
  readonly count: number;
}

/** Reads a message by its targets, known or not: to ask makes none. It stays current. */
export function revocationsOfMessage(messageId: string, { phones, users, pushes }: Space): MpaasRevocations {
  return {
    times(target) {
      const message = pushes.existingMessage(messageId);
      if (message === undefined) return 0;
      const device = phones.numberOf(target);
      const user = users.numberOf(target);
      return (
        (device === undefined ? 0 : message.devices.timesRevoked(device)) +
        (user === undefined ? 0 : message.users.timesRevoked(user)) +
        message.timesOfStranger(target)
      );
    },
    *entries() {
      const message = pushes.existingMessage(messageId);
      if (message === undefined) return;
      for (const [device, times] of message.devices.revokes()) yield [phones.idOf(device), times];
      for (const [user, times] of message.users.revokes()) yield [users.idOf(user), times];
      yield* message.strangers();
    },
    get count() {
      return pushes.existingMessage(messageId)?.revokedTargets ?? 0;
    },
  };
}

/** Reads a task, known or not. It stays current. */
export function revocationsOfTask(taskId: string, { pushes }: Space): MpaasRevocations {
  return {
    times: (target) => (target === taskId ? pushes.timesOfTask(taskId) : 0),
    *entries() {
      const times = pushes.timesOfTask(taskId);
      if (times > 0) yield [taskId, times];
    },
    get count() {
      return pushes.timesOfTask(taskId) > 0 ? 1 : 0;
    },
  };
}
