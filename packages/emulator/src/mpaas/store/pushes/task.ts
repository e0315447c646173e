import { Wave, type NotificationState } from '../../../world/wave.ts';
import type { Platform } from '../phones/channels.ts';
import type { Sent } from './sent.ts';

/** What a task is made of. */
export interface TaskFacts {
  readonly taskId: string;
  readonly kind: 'multiple' | 'broadcast';
  /** Milliseconds since 1970. */
  readonly sentAt: number;
  /** Where a broadcast goes. Default: everywhere. */
  readonly platform?: Platform | undefined;
}

/** A batch push or a broadcast. It is revoked as a whole. */
export class Task {
  readonly facts: TaskFacts;
  /** By device number: what was addressed to device ids. */
  readonly devices: Wave<Sent>;
  /** By user number: what was addressed to user ids. */
  readonly users: Wave<Sent>;
  #timesRevoked = 0;

  constructor(facts: TaskFacts) {
    this.facts = facts;
    this.devices = new Wave({ rememberStrangers: false });
    this.users = new Wave({ rememberStrangers: false });
  }

  /** Takes it back everywhere at once, however many devices there are. */
  revoke(): void {
    this.#timesRevoked += 1;
  }

  get timesRevoked(): number {
    return this.#timesRevoked;
  }

  /** What became of one of its notifications: what was shown when the task was revoked is gone. */
  stateOf(own: NotificationState): NotificationState {
    return own === 'shown' && this.#timesRevoked > 0 ? 'revoked' : own;
  }
}
