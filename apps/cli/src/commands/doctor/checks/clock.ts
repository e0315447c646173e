import { formatDuration } from '../../../terminal/numbers.ts';
import type { Finding } from '../../../findings/finding.ts';

/** The time at both ends of one exchange. */
export interface Times {
  /** The answer's Date header. */
  readonly date: string | undefined;
  /** Our clock, in milliseconds since 1970. */
  readonly ourMs: number;
}

/** The header has whole seconds. */
const SAME_MS = 2000;
const WARN_MS = 60_000;

/** What goes by the clock. */
export interface ClockLimit {
  /** What is only good at its time: `JWTs`. */
  readonly dated: string;
  /** How far off it may be before they are refused, in milliseconds. */
  readonly toleranceMs: number;
  /** Whether a recall then goes on by the vendor's clock. */
  readonly isCorrected?: boolean;
}

/** Whether this machine's clock agrees with the server's: what proves who asks says when it was made. */
export function checkClock(
  { date, ourMs }: Times,
  { dated, toleranceMs, isCorrected = false }: ClockLimit,
): Finding {
  const theirMs = date === undefined ? Number.NaN : Date.parse(date);
  if (Number.isNaN(theirMs)) {
    return { status: 'skipped', detail: 'the answer does not say what time it is there (no Date)' };
  }
  const skewMs = Math.round(ourMs - theirMs);
  const size = Math.abs(skewMs);
  const facts = { skewMs };
  if (size <= SAME_MS) return { status: 'ok', detail: "agrees with the server's", facts };
  const detail = `${formatDuration(size)} ${skewMs > 0 ? 'ahead of' : 'behind'} the server's`;
  if (size <= WARN_MS) return { status: 'ok', detail, facts };
  const remedy = "Set this machine's clock by NTP (Linux: timedatectl set-ntp true).";
  if (size <= toleranceMs) return { status: 'warn', detail, remedy, facts };
  if (isCorrected) {
    const meanwhile = `So far off, ${dated} are refused at first; a recall then goes by the vendor's clock.`;
    return { status: 'warn', detail, remedy: `${remedy} ${meanwhile}`, facts };
  }
  return { status: 'fail', detail, remedy: `${remedy} So far off, ${dated} are refused.`, facts };
}
