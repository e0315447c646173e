/** Targets tried alone, before the rest. */
export const DEFAULT_CANARY = 10;

/** Requests under way at once: enough for a vendor 200 ms away at a usual quota. */
export const DEFAULT_CONCURRENCY = 6;
