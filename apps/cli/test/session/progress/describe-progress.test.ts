import type { RecallSummary, TargetCounts } from '@unpush/recall';
import { describe, expect, it } from 'vitest';
import {
  progressLine,
  progressWords,
  type Reading,
} from '../../../src/session/progress/describe-progress.ts';

const reading = (targets: Partial<TargetCounts>, throttled: number, perSecond: number): Reading => {
  const counts = {
    read: 0,
    malformed: 0,
    duplicate: 0,
    accepted: 0,
    rejected: 0,
    unknown: 0,
    notAttempted: 0,
  };
  const summary: RecallSummary = {
    recallId: 'r-1',
    state: 'running',
    targets: { ...counts, ...targets },
    requests: { sent: 0, retried: 0, throttled },
    codes: {},
    startedAt: '2026-01-01T00:00:00.000Z',
    elapsedMs: 1000,
  };
  return { summary, perSecond, isHeld: false };
};

const smooth = reading({ read: 200_000, accepted: 80_000, notAttempted: 120_000 }, 0, 20_000);
const rough = reading(
  {
    read: 3_200_005,
    malformed: 5,
    accepted: 1_200_000,
    rejected: 12_345,
    unknown: 3000,
    notAttempted: 1_984_655,
  },
  1234,
  6000,
);

describe('the progress of a recall', () => {
  it('is a bar, the share and the time left, and no count that is zero', () => {
    expect(progressLine(smooth, 110)).toBe(
      '█████████░░░░░░░░░░░░░░░ 40%  ETA 6.0 s  accepted 80,000  20,000/s',
    );
    expect(progressLine(smooth, 80)).toBe('███░░░░░ 40%  ETA 6.0 s  accepted 80,000  20,000/s');
  });

  it('fits a screen of 80 columns: the bar goes first, then what matters least', () => {
    expect(progressLine(rough, 80)).toBe(
      '37%  ETA 5 min 31 s  accepted 1,200,000  rejected 12,345  unknown 3,000',
    );
  });

  it('shows all of it on 110 columns', () => {
    expect(progressLine(rough, 110)).toBe(
      '███░░░░░ 37%  ETA 5 min 31 s  accepted 1,200,000  rejected 12,345  unknown 3,000  6,000/s  throttled 1,234',
    );
  });

  it('has no bar on a screen with no room for one', () => {
    expect(progressLine(smooth, 40)).toBe('40%  ETA 6.0 s  accepted 80,000');
  });

  it('is a line of words where there is no screen', () => {
    expect(progressWords(smooth)).toBe('80,000 of 200,000: 40%  ETA 6.0 s  accepted 80,000  20,000/s');
  });

  it('takes the time left from the engine, where that can tell', () => {
    expect(progressWords({ ...smooth, remainingMs: 47_000 })).toBe(
      '80,000 of 200,000: 40%  ETA 47 s  accepted 80,000  20,000/s',
    );
  });

  it('says nothing of the time left by one reading alone', () => {
    expect(progressWords({ ...smooth, remainingMs: 100, isFirst: true })).toBe(
      '80,000 of 200,000: 40%  accepted 80,000  20,000/s',
    );
  });

  it('says so while flow control lets nothing through', () => {
    const held = { ...reading({ read: 2, notAttempted: 2 }, 3, 0), isHeld: true, remainingMs: 1000 };
    expect(progressWords(held)).toBe(
      '0 of 2: 0%  throttled, waiting  ETA unknown  accepted 0  0/s  throttled 3',
    );
  });

  it('does not guess how long it takes while nothing comes through', () => {
    const stuck = reading({ read: 2, notAttempted: 2 }, 3, 0);
    expect(progressWords(stuck)).toBe('0 of 2: 0%  ETA unknown  accepted 0  0/s  throttled 3');
  });
});
