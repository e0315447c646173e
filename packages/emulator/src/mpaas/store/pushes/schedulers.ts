/** The kinds of pushes, as the scheduler list numbers them. */
export const PUSH_TYPES = { simple: 0, template: 1, multiple: 2, broadcast: 3 } as const;

export type PushKind = keyof typeof PUSH_TYPES;

/** A push that waits for its time, or has waited. */
export interface Scheduled {
  readonly uniqueId: string;
  /** Of one of several: what they have in common. */
  readonly parentId: string;
  readonly kind: PushKind;
  readonly strategyType: number;
  readonly deliveryType: number;
  readonly title: string;
  readonly content: string;
  /** Milliseconds since 1970, as is `pushTime`. */
  readonly createdAt: number;
  readonly pushTime: number;
  /** Sends it. */
  readonly send: () => void;
}

export type ScheduledState = 'waiting' | 'executed' | 'cancelled';

interface Line {
  readonly scheduled: Scheduled;
  state: ScheduledState;
}

/** The pushes of an app that are sent later. There is no timer: whoever looks lets those go that are due. */
export class Schedulers {
  readonly #lines = new Map<string, Line>();

  add(scheduled: Scheduled): void {
    this.#lines.set(scheduled.uniqueId, { scheduled, state: 'waiting' });
  }

  /** Sends what is due. */
  runDue(nowMs: number): void {
    for (const line of this.#lines.values()) {
      if (line.state !== 'waiting' || line.scheduled.pushTime > nowMs) continue;
      line.state = 'executed';
      line.scheduled.send();
    }
  }

  /** Those under an id of one or of several in common. */
  under(id: string): readonly Scheduled[] {
    return this.list()
      .map(({ scheduled }) => scheduled)
      .filter(({ uniqueId, parentId }) => uniqueId === id || parentId === id);
  }

  /** Keeps it from being sent, if it has not been. */
  cancel({ uniqueId }: Scheduled): void {
    const line = this.#lines.get(uniqueId);
    if (line?.state === 'waiting') line.state = 'cancelled';
  }

  /** In the order in which they were made. */
  list(): readonly { readonly scheduled: Scheduled; readonly state: ScheduledState }[] {
    return [...this.#lines.values()];
  }
}
