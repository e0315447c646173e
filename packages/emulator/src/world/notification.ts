/** What lies in a notification tray. */
export interface Notification {
  /** The sender's name for it. The same name again replaces what is there. */
  readonly notifyId: number;
  /** The vendor's message type, as it stands in the `push-type` header. */
  readonly pushType: string;
  readonly title: string;
  readonly body: string;
  /** Milliseconds since 1970. */
  readonly deliveredAt: number;
}

/** A notification as one device has it. */
export interface TrayNotification extends Notification {
  /** A clicked one has done its harm: a revoke does not take it back. */
  readonly clicked: boolean;
}
