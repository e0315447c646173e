/** A push as it left: what it says, and when. */
export interface Sent {
  /** The sender's own id of the message, unique for each target. */
  readonly messageId: string;
  readonly title: string;
  readonly content: string;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
}

/** Whom a push names: devices or users. */
export type Addressing = 'device' | 'user';
