import type { RecallSummary } from '@unpush/recall';

/**
 * The events that are emitted where `EventEmitterModule` of `@nestjs/event-emitter` is among the application's
 * modules, in the process that works on the recall.
 *
 * @example
 * ```ts
 * @OnEvent(RECALL_EVENTS.finished)
 * tell({ recallId, summary }: RecallEndedEvent) {}
 * ```
 */
export const RECALL_EVENTS = {
  /** A session has begun, of a new recall or of one that goes on: {@link RecallStartedEvent}. */
  started: 'unpush.recall.started',
  /** About twice a second while it is worked on: {@link RecallProgressEvent}. */
  progress: 'unpush.recall.progress',
  /** The targets that were tried first were accepted, and the rest follows: {@link RecallCanaryPassedEvent}. */
  canaryPassed: 'unpush.recall.canary-passed',
  /** The vendor cannot be reached any more: {@link RecallUnreachableEvent}. */
  unreachable: 'unpush.recall.unreachable',
  /** No further request leaves: {@link RecallStoppingEvent}. */
  stopping: 'unpush.recall.stopping',
  /** Every target has its final outcome: {@link RecallEndedEvent}. */
  finished: 'unpush.recall.finished',
  /** Ended early: {@link RecallEndedEvent}. */
  stopped: 'unpush.recall.stopped',
  /** Ended early for want of progress: {@link RecallEndedEvent}. */
  paused: 'unpush.recall.paused',
  /** An error of the program or its surroundings: {@link RecallFailedEvent}. */
  failed: 'unpush.recall.failed',
} as const;

/** The name of an event. */
export type RecallEventName = (typeof RECALL_EVENTS)[keyof typeof RECALL_EVENTS];

interface OfRecall {
  readonly recallId: string;
  /** Our own name of the app. */
  readonly app: string;
}

/** With `unpush.recall.started`. */
export interface RecallStartedEvent extends OfRecall {
  readonly vendor: string;
  readonly selector: Readonly<Record<string, string | number>>;
}

/** With `unpush.recall.progress`. */
export interface RecallProgressEvent extends OfRecall {
  readonly summary: RecallSummary;
}

/** With `unpush.recall.canary-passed`. */
export interface RecallCanaryPassedEvent extends OfRecall {
  /** How many targets were tried first, and accepted. */
  readonly accepted: number;
}

/** With `unpush.recall.unreachable`. */
export interface RecallUnreachableEvent extends OfRecall {
  /** How long it is waited for at the most, in milliseconds. */
  readonly giveUpAfterMs: number;
}

/** With `unpush.recall.stopping`. */
export interface RecallStoppingEvent extends OfRecall {
  readonly stoppedBy: NonNullable<RecallSummary['stoppedBy']>;
}

/** With `unpush.recall.finished`, `unpush.recall.stopped` and `unpush.recall.paused`. */
export interface RecallEndedEvent extends OfRecall {
  readonly summary: RecallSummary;
}

/** With `unpush.recall.failed`. */
export interface RecallFailedEvent extends OfRecall {
  /** Without secrets. */
  readonly message: string;
}

/** What comes with each event. */
export interface RecallEventPayloads {
  readonly [RECALL_EVENTS.started]: RecallStartedEvent;
  readonly [RECALL_EVENTS.progress]: RecallProgressEvent;
  readonly [RECALL_EVENTS.canaryPassed]: RecallCanaryPassedEvent;
  readonly [RECALL_EVENTS.unreachable]: RecallUnreachableEvent;
  readonly [RECALL_EVENTS.stopping]: RecallStoppingEvent;
  readonly [RECALL_EVENTS.finished]: RecallEndedEvent;
  readonly [RECALL_EVENTS.stopped]: RecallEndedEvent;
  readonly [RECALL_EVENTS.paused]: RecallEndedEvent;
  readonly [RECALL_EVENTS.failed]: RecallFailedEvent;
}
