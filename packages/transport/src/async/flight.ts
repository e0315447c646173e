/** Runs a piece of work; callers that come while it runs may share its promise. */
export type Flight<T> = (work: () => Promise<T>) => Promise<T>;

/** How a flight is shared. */
export interface FlightOptions {
  /** False where a promise made in one request may not be awaited in another, as on Cloudflare Workers. */
  readonly shared: boolean;
}

/** One at a time: whoever comes while the work runs gets the same promise. */
export function createFlight<T>({ shared }: FlightOptions): Flight<T> {
  if (!shared) return (work) => work();
  let underway: Promise<T> | undefined;
  return (work) =>
    (underway ??= work().finally(() => {
      underway = undefined;
    }));
}
