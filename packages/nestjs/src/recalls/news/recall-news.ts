import type { RecallEvent, RecallFacts, RecallSummary } from '@unpush/recall';

/** Something has happened in a recall that is worked on in this process. */
export interface RecallNews {
  readonly recallId: string;
  /** Our own name of the app. */
  readonly app: string;
  readonly event: RecallEvent | SessionBegan | SessionEnded | SessionFailed;
}

/** A session has begun: of a new recall, or of one that goes on. */
export interface SessionBegan {
  readonly type: 'began';
  readonly facts: RecallFacts;
}

/** A session has ended, whether the recall is finished or not. */
export interface SessionEnded {
  readonly type: 'ended';
  readonly summary: RecallSummary;
}

/** An error of the program or its surroundings has ended a session, or kept one from beginning. */
export interface SessionFailed {
  readonly type: 'failed';
  /** Without secrets. */
  readonly message: string;
}
