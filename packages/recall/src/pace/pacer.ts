/**
 * The port that decides when the next request may leave. One pacer stands for one app at its vendor, however
 * many recalls it has under way. Cost is counted in targets, never in requests.
 */
export interface Pacer {
  /** A recall begins. Those that wait take turns, so that a long recall does not hold up a short one. */
  join(): Lane;
  /** The targets a second it allows now; `undefined` while nothing limits it. */
  readonly targetsPerSecond: number | undefined;
  /**
   * What it takes the vendor's quota to be, in targets a second. Until it has found one: what it was told, by a
   * ceiling or by what another pacer has found, and `undefined` where it was told nothing.
   */
  readonly quota?: number | undefined;
  /** The targets a second it will never go above, where it was told so. */
  readonly ceiling?: number;
}

/** One recall's place at a pacer. */
export interface Lane {
  /** Resolves when a request with this many targets may leave; rejects when the signal aborts. */
  take(targets: number, signal: AbortSignal): Promise<Turn>;
  /** The recall has ended. */
  leave(): void;
}

/** The leave for one request. */
export interface Turn {
  /** Whether no other request was under way at any time while this one was; asked once it has ended. */
  readonly wasAlone: boolean;
  /** How the request ended; told exactly once, whatever happened. */
  end(end: TurnEnd): void;
}

/**
 * - `passed` the vendor's flow control let it through, whatever else the vendor thought of it
 * - `refused` it did not
 * - `lost` nobody knows, or it never left
 */
export type TurnEnd =
  | { readonly kind: 'passed' | 'lost' }
  | {
      readonly kind: 'refused';
      /** How long the vendor asks to wait, in milliseconds. */
      readonly retryAfterMs?: number;
    };
