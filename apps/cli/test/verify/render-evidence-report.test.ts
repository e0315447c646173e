import { describe, expect, it } from 'vitest';
import { renderEvidenceReport } from '../../src/commands/verify/render-evidence-report.ts';

const look = { paint: (_: unknown, text: string) => text, width: Infinity, allowOpen: false };
const report = {
  holds: true,
  sealed: true,
  problems: [],
  furtherProblems: 0,
  notChecked: [],
  records: 3,
  sessions: 1,
  verdicts: 1,
  lost: 0,
};

describe('a comparison of targets', () => {
  it.each([
    [
      { given: 4, covered: 4, digests: 2, mismatched: 0 },
      '4 of 4 compared by 2 digests, all of these targets',
    ],
    [
      { given: 4, covered: 3, digests: 1, mismatched: 0 },
      '3 of 4 compared by 1 digest, none of other targets',
    ],
    [{ given: 4, covered: 4, digests: 2, mismatched: 1 }, '4 of 4 compared by 2 digests, 1 of other targets'],
    [
      { given: 4, covered: 0, digests: 0, mismatched: 0 },
      'NOTHING WAS COMPARED: no digest of the 4 targets was looked at',
    ],
  ])('of %j is told as what it is', (compared, words) => {
    expect(renderEvidenceReport({ ...report, compared }, look)).toContain(`  tokens     ${words}\n`);
  });
});
