const WINDOW_MS = 5000;

/** How fast a count grows, over the last few seconds. */
export interface Speedometer {
  /** Takes a reading, `atMs` on any clock that never goes back; gives counts per second. */
  measure(count: number, atMs: number): number;
}

/** A speed over the whole run would be slow to tell of a change; one over a single step would jump. */
export function createSpeedometer(): Speedometer {
  const readings: { count: number; atMs: number }[] = [{ count: 0, atMs: 0 }];
  return {
    measure(count, atMs) {
      readings.push({ count, atMs });
      while (readings.length > 2 && (readings[1]?.atMs ?? atMs) < atMs - WINDOW_MS) readings.shift();
      const oldest = readings[0];
      if (oldest === undefined || atMs <= oldest.atMs) return 0;
      return ((count - oldest.count) / (atMs - oldest.atMs)) * 1000;
    },
  };
}
