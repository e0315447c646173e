/** A real server on loopback, with its data in a folder of its own. */
export interface TestServer extends AsyncDisposable {
  readonly port: number;
  readonly url: string;
  /** Kills it as a power cut would, and starts it again on the same port and data. */
  readonly crash: () => Promise<void>;
  /** Takes it away until `start`. */
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Ends it and removes its data. */
  readonly close: () => Promise<void>;
}
