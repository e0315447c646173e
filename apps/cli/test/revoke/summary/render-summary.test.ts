import type { RecallSummary, TargetCounts } from '@unpush/recall';
import { describe, expect, it } from 'vitest';
import { renderSummary } from '../../../src/commands/revoke/summary/render-summary.ts';
import type { SummaryContext } from '../../../src/commands/revoke/summary/summary-context.ts';

const plainly: SummaryContext = { paint: (_, text) => text, language: 'en', width: Infinity };

const counts = (some: Partial<TargetCounts>): TargetCounts => ({
  read: 0,
  malformed: 0,
  duplicate: 0,
  accepted: 0,
  rejected: 0,
  unknown: 0,
  notAttempted: 0,
  ...some,
});

const facts = {
  recallId: 'r-1',
  requests: { sent: 1201, retried: 3, throttled: 12 },
  codes: {},
  startedAt: '2026-01-01T00:00:00.000Z',
  elapsedMs: 1000,
};
const stopped: RecallSummary = {
  ...facts,
  state: 'stopped',
  targets: counts({ read: 3_200_000, accepted: 1_200_000, unknown: 1000, notAttempted: 1_999_000 }),
  stoppedBy: { cause: 'unreachable', message: 'many words '.repeat(12), requestId: '42' },
};
const finished = (targets: Partial<TargetCounts>): RecallSummary => ({
  ...facts,
  state: 'finished',
  targets: counts(targets),
});

describe('the summary of a recall', () => {
  it('keeps within 80 columns, but for what is to be pasted', () => {
    const report = { path: 'left.ndjson', lines: 2_000_000, isComplete: true };
    const lines = renderSummary(stopped, { ...plainly, width: 80, report }).split('\n');
    const long = lines.filter((line) => line.length > 80);
    expect(long).toEqual([
      `  (umask 077; grep -e '"outcome":"not-attempted"' -e '"outcome":"unknown"' left.ndjson > left.rest.ndjson)`,
    ]);
    expect(lines.slice(0, 7)).toEqual([
      'Recall r-1 stopped after 1.0 s',
      '  read           3,200,000',
      '  accepted       1,200,000  the vendor took the request; it never says what a',
      '                            screen shows',
      '  unknown            1,000  sent, and no usable answer came: perhaps revoked,',
      '                            perhaps not',
      '  not attempted  1,999,000  never sent, or refused for another reason than the',
    ]);
  });

  it('gives nothing to a screen of what a vendor says but letters, in one line', () => {
    const text = renderSummary(
      {
        ...stopped,
        codes: { '\u001b[31m9': 3 },
        stoppedBy: {
          cause: 'refused',
          code: '1\u001b]0;x\u0007',
          message: 'a\u001b[2J\n\rRecall finished\u202e',
          requestId: '4\n2',
        },
      },
      plainly,
    );
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/u);
    expect(text).toContain('  a[2J Recall finished (code 1]0;x, requestId 4 2)\n');
    expect(text).toContain('  code [31m9: 3 tokens\n');
  });

  it('says that what is left was not kept where there is no report', () => {
    expect(renderSummary(stopped, plainly)).toContain(
      '\nWhich targets are not-attempted or unknown was not kept: with --report FILE the next recall lists them.\n',
    );
  });

  it('gives no way to send again from a report with holes', () => {
    const report = { path: 'left.ndjson', lines: 7, isComplete: false };
    const text = renderSummary(stopped, { ...plainly, report });
    expect(text).toContain('The report is not complete: it does not name every target that is not-attempted');
    expect(text).not.toContain('grep');
  });

  it('speaks of sending again only where something is left', () => {
    const report = { path: 'left.ndjson', lines: 1, isComplete: true };
    const left = renderSummary(finished({ read: 2, accepted: 1, unknown: 1 }), { ...plainly, report });
    expect(left).toContain(`  (umask 077; grep -e '"outcome":"unknown"' left.ndjson > left.rest.ndjson)\n`);
    const none = renderSummary(finished({ read: 2, accepted: 1, rejected: 1 }), { ...plainly, report });
    expect(none).not.toContain('again');
    // What was refused whole would only be refused again
    const refused = renderSummary(
      { ...stopped, targets: counts({ read: 9, notAttempted: 9 }) },
      { ...plainly, report },
    );
    expect(refused).not.toContain('grep');
  });
});
