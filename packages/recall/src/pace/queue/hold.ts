import { backoffMs, type Random } from '@unpush/core';

/** Keeps requests back altogether for a while. */
export interface Hold {
  /** Nothing leaves before. */
  readonly until: number;
  /** Whether the vendor let nothing through of late, so that requests leave one at a time only. */
  readonly oneByOne: boolean;
  passed(sentAt: number): void;
  refused(refusal: HeldRefusal): void;
}

/** A refusal, as a hold sees it. Times are those of the monotonic clock. */
export interface HeldRefusal {
  readonly sentAt: number;
  readonly now: number;
  /** How long the vendor asks to wait; 0 if it does not. */
  readonly retryAfterMs: number;
}

/** So many refusals without one that passed are no matter of pace: the vendor lets nothing through now. */
const SHUT = 4;
const SHUT_BASE_MS = 200;
const SHUT_CAP_MS = 10_000;

/** Refusals of so much time are one trouble, and each but the first pauses longer than the one before. */
const TROUBLE_MS = 1000;
const PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 800;

/**
 * Waits as long as the vendor asks. Where refusals follow one another it pauses, so that few requests are lost
 * before the pace is right; where nothing passes it waits ever longer, and then lets one request find out.
 */
export function createHold(random: Random): Hold {
  let until = 0;
  let inRow = 0;
  let repeats = 0;
  /** Since when requests leave one by one. */
  let shutSince: number | undefined;
  let troubleSince = -Infinity;
  let pausedAt = -Infinity;
  let pauses = 0;

  const holdUntil = (time: number): void => {
    until = Math.max(until, time);
  };

  function pause({ sentAt, now }: HeldRefusal): void {
    if (now > troubleSince + TROUBLE_MS) {
      troubleSince = now;
      pausedAt = now;
      pauses = 0;
    } else if (sentAt > pausedAt) {
      pausedAt = now;
      holdUntil(now + Math.min(LONGEST_PAUSE_MS, PAUSE_MS * 2 ** pauses));
      pauses += 1;
    }
  }

  function shut({ now, retryAfterMs }: HeldRefusal): void {
    shutSince = now;
    holdUntil(
      now + backoffMs({ repeat: repeats, random, baseMs: SHUT_BASE_MS, capMs: SHUT_CAP_MS, retryAfterMs }),
    );
    repeats += 1;
  }

  return {
    get until() {
      return until;
    },
    get oneByOne() {
      return shutSince !== undefined;
    },
    passed(sentAt) {
      inRow = 0;
      // What left before says nothing about now
      if (shutSince === undefined || sentAt < shutSince) return;
      shutSince = undefined;
      repeats = 0;
    },
    refused(refusal) {
      inRow += 1;
      holdUntil(refusal.now + refusal.retryAfterMs);
      pause(refusal);
      if (inRow >= SHUT && (shutSince === undefined || refusal.sentAt >= shutSince)) shut(refusal);
    },
  };
}
