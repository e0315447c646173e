/** How many requests a second an app may make. Alibaba Cloud names no figure. */
export interface MpaasQuota {
  readonly requestsPerSecond: number;
  /**
   * `token-bucket` (default): an unused second may be caught up, no more. `fixed-window`: the count starts
   * anew with every full second.
   */
  readonly model?: 'token-bucket' | 'fixed-window';
  /** What a request above it is answered with: a `Throttling…` of the gateway (default `Throttling.User`) or 8011. */
  readonly code?: string;
  /** The HTTP status. Default: 400 of the gateway; of 8011 that of every failure. */
  readonly status?: number;
  /** Milliseconds for the header `x-acs-retry-after`. Default: no such header. */
  readonly retryAfterMs?: number;
}
