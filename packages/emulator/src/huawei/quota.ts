/** How many devices a second an app may address. */
export interface Quota {
  readonly devicesPerSecond: number;
  /**
   * `token-bucket` (default): an unused second may be caught up, no more. `fixed-window`: the count starts
   * anew with every full second.
   */
  readonly model?: 'token-bucket' | 'fixed-window';
  /** Names the wait in a Retry-After header: in whole seconds or as an HTTP date. Default: no such header. */
  readonly retryAfter?: { readonly seconds: number; readonly as: 'seconds' | 'date' };
  /** What the 503 carries. Default `empty`. */
  readonly body?: 'json' | 'html' | 'empty';
}
