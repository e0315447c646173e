import type { RecallSummary } from '@unpush/recall';
import { formatCount, formatDuration } from '../../terminal/numbers.ts';

/** How a recall stands, and how fast it has gone of late. */
export interface Reading {
  readonly summary: RecallSummary;
  /** Targets per second. */
  readonly perSecond: number;
  /** In milliseconds; absent where nobody can tell. */
  readonly remainingMs?: number;
  /** One reading alone, which says nothing of the time left. */
  readonly isFirst?: boolean;
  /** Whether flow control has let nothing through for a while. */
  readonly isHeld: boolean;
}

/** `12,000 of 1,000,000: 1%  ETA 49 s  accepted 12,000  20,000/s`. */
export function progressWords(reading: Reading): string {
  const { targets } = reading.summary;
  return `${formatCount(settledOf(targets))} of ${formatCount(sendableOf(targets))}: ${partsOf(reading).join(GAP)}`;
}

/** A screen's last column stays free, and two more for the `^C` that a terminal adds. */
const FREE = 3;
/** The longest that fits, and takes less than a quarter of the screen. */
const BARS = [24, 8] as const;
const GAP = '  ';

/**
 * A bar and the same in one line of the screen. Where there is no room for both, the words are worth more; what
 * comes last of them is left out first.
 */
export function progressLine(reading: Reading, columns: number): string {
  const parts = partsOf(reading);
  const room = columns - FREE;
  const words = parts.join(GAP);
  const size = BARS.find((bar) => bar * 4 < columns && bar + 1 + words.length <= room);
  if (size !== undefined) {
    const full = Math.floor(size * shareOf(reading.summary.targets));
    return `${'█'.repeat(full)}${'░'.repeat(size - full)} ${words}`;
  }
  const fitting = parts.filter((_, index) => parts.slice(0, index + 1).join(GAP).length <= room);
  return fitting.join(GAP);
}

/** In the order of what a person waiting wants to know. */
function partsOf(reading: Reading): readonly string[] {
  const { summary, perSecond, isHeld, isFirst = false } = reading;
  const { accepted, rejected, unknown, notAttempted } = summary.targets;
  const { throttled } = summary.requests;
  return [
    `${Math.floor(100 * shareOf(summary.targets))}%`,
    ...(isHeld ? ['throttled, waiting'] : []),
    ...(notAttempted > 0 && !isFirst ? [`ETA ${etaOf(reading)}`] : []),
    `accepted ${formatCount(accepted)}`,
    ...(rejected > 0 ? [`rejected ${formatCount(rejected)}`] : []),
    ...(unknown > 0 ? [`unknown ${formatCount(unknown)}`] : []),
    `${formatCount(Math.round(perSecond))}/s`,
    ...(throttled > 0 ? [`throttled ${formatCount(throttled)}`] : []),
  ];
}

/** What the engine foresees; else as long as it takes at the speed of late. */
function etaOf({ summary, perSecond, remainingMs, isHeld }: Reading): string {
  if (isHeld) return 'unknown';
  if (remainingMs !== undefined) return formatDuration(remainingMs);
  return perSecond > 0 ? formatDuration((summary.targets.notAttempted / perSecond) * 1000) : 'unknown';
}

type Targets = RecallSummary['targets'];

/** How many targets have come to their end. */
export const settledOf = ({ accepted, rejected, unknown }: Targets): number => accepted + rejected + unknown;

const sendableOf = ({ read, malformed, duplicate }: Targets): number => read - malformed - duplicate;

const shareOf = (targets: Targets): number => settledOf(targets) / Math.max(1, sendableOf(targets));
