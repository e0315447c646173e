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
  /** The error that ended the last session, where one did. */
  readonly error?: KeptError;
}

/** An error of the program or its surroundings, without secrets. */
export interface KeptError {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly message: string;
}

/** As the store takes them. */
export const toSettings = (kept: KeptSettings): Readonly<Record<string, unknown>> => ({ ...kept });

/** What was kept of a recall that was started by this package; `undefined` of any other. */
export function keptIn(settings: Readonly<Record<string, unknown>>): KeptSettings | undefined {
  // The cast: whatever has an app of its own among its settings was written by the function above
  return typeof settings['app'] === 'string' ? (settings as unknown as KeptSettings) : undefined;
}
