/** A quota that was found longer ago says little about the one now. */
const FRESH_MS = 10 * 60_000;
const KEY = 'quota';

interface Found {
  /** Wall clock, in milliseconds. */
  readonly at: number;
  readonly targetsPerSecond: number;
}

type Place = Pick<DurableObjectStorage, 'kv'>;

/** What an earlier life of the object has found the vendor's quota to be, in targets a second. */
export function knownQuota({ kv }: Place): number | undefined {
  const found = kv.get<Found>(KEY);
  return found !== undefined && found.at > Date.now() - FRESH_MS ? found.targetsPerSecond : undefined;
}

export function keepQuota({ kv }: Place, targetsPerSecond: number | undefined): void {
  if (targetsPerSecond === undefined || !Number.isFinite(targetsPerSecond)) return;
  kv.put<Found>(KEY, { at: Date.now(), targetsPerSecond });
}
