/** What a store keeps of a recall beside its facts, so that any process can go on with it. Nothing in it is secret. */
export interface KeptSettings {
  /** Our own name of the app. */
  readonly app: string;
  /** Why, in the words of whoever started it. */
  readonly reason?: string;
  /** Who started it. */
  readonly startedBy?: string;
  readonly batchSize?: number;
  readonly canary?: number;
  readonly giveUpAfterMs?: number;
  readonly keepGoing?: boolean;
  /** Whether the next session tries targets again that ended as `unknown`. */
  readonly retryUnknown?: boolean;
}
