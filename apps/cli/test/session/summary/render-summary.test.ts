import type { RecallSummary, TargetCounts } from '@unpush/recall';
import { describe, expect, it } from 'vitest';
import { createCommands } from '../../../src/ledger/recall-commands.ts';
import { renderSummary } from '../../../src/session/summary/render-summary.ts';
import type { SummaryContext } from '../../../src/session/summary/summary-context.ts';
import { HUAWEI_DOOR } from '../../../src/vendors/huawei/door.ts';
import { MPAAS_DOOR } from '../../../src/vendors/mpaas/door.ts';
import { wordsBy } from '../../../src/vendors/words/words-of.ts';

const plainly: SummaryContext = {
  paint: (_, text) => text,
  language: 'en',
  width: Infinity,
  words: wordsBy(HUAWEI_DOOR, { app: '104012345', selector: { notifyId: 7, pushType: 'notification' } }),
  commands: createCommands({}),
};

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
    const written = { report: { path: 'left.ndjson', all: false, lines: 2_000_000 } };
    const commands = createCommands({ ledger: `/${'long/'.repeat(20)}` });
    const evidenceHead = 'f'.repeat(64);
    const lines = renderSummary(
      { ...stopped, evidenceHead },
      { ...plainly, width: 80, written, commands },
    ).split('\n');
    const long = lines.filter((line) => line.length > 80);
    expect(long).toEqual([`  unpush recalls resume r-1 --ledger /${'long/'.repeat(20)}`]);
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

  it('ends with the commands that go on', () => {
    expect(renderSummary({ ...stopped, stoppedBy: { cause: 'interrupt' } }, plainly)).toMatch(
      /\nGo on with what is left \(1,999,000 tokens not attempted\):\n {2}unpush recalls resume r-1\nOf the 1,000 unknown tokens it sends again what was cut off; with --retry-unknown, all\.\n$/,
    );
  });

  it('says that something has to be mended first', () => {
    expect(renderSummary(stopped, plainly)).toContain(
      '\nOnce that is mended, go on with what is left (1,999,000 tokens not attempted):\n  unpush recalls resume r-1\n',
    );
  });

  it('says that going on keeps what may have been wrong, and how to begin anew', () => {
    const anew = 'If one of them was wrong, begin a new recall with the right one';
    const none = { ...stopped, targets: counts({ read: 2, rejected: 1, notAttempted: 1 }) };
    for (const cause of ['nothing-accepted', 'unreachable', 'not-the-vendor'] as const) {
      const text = renderSummary({ ...none, stoppedBy: { cause } }, plainly);
      expect(text).toContain(
        `\nGoing on keeps the client id, the list, the notification and the endpoint. ${anew}, beside this one:\n  unpush revoke … --again\n`,
      );
    }
    expect(renderSummary(stopped, plainly)).not.toContain(anew);
    expect(renderSummary({ ...none, stoppedBy: { cause: 'credential' } }, plainly)).not.toContain(anew);
  });

  describe('where the vendor names what is wrong', () => {
    const none = { ...stopped, targets: counts({ read: 2, notAttempted: 2 }) };
    const byMpaas = {
      ...plainly,
      words: wordsBy(MPAAS_DOOR, { app: 'ONEX/default', selector: { messageId: '1' } }),
    };

    it.each(['3007', '8012', '8013', 'InvalidApi.NotFound'])(
      'a wrong app (%s) leads to a new recall rather than to going on',
      (code) => {
        const text = renderSummary(
          { ...none, stoppedBy: { cause: 'refused', code, httpStatus: 200 } },
          byMpaas,
        );
        expect(text).toMatch(
          /\nGoing on keeps the app, workspace and tenant, the list[^\n]+\n {2}unpush revoke … --again\nOnce that is mended, go on [^\n]+\n {2}unpush recalls resume r-1\n$/,
        );
      },
    );

    it('so does a client id that leads nowhere', () => {
      const text = renderSummary({ ...none, stoppedBy: { cause: 'refused', httpStatus: 404 } }, plainly);
      expect(text).toMatch(/Going on keeps the client id[^]+ --again\n[^]+ resume r-1\n$/);
    });

    it('what may be wrong beside other things comes after going on', () => {
      const refused = { cause: 'refused', code: '3032', httpStatus: 200 } as const;
      expect(renderSummary({ ...none, stoppedBy: refused }, byMpaas)).toMatch(
        / resume r-1\nGoing on keeps [^]+ --again\n$/,
      );
      expect(renderSummary({ ...stopped, stoppedBy: refused }, byMpaas)).not.toContain('--again');
    });

    it('a refused credential can be replaced by a flag', () => {
      const code = 'InvalidAccessKeyId.NotFound';
      expect(renderSummary({ ...stopped, stoppedBy: { cause: 'refused', code } }, byMpaas)).toContain(
        ' resume r-1\nTo go on with another credential, add --access-key-file FILE to it.\n',
      );
      expect(renderSummary({ ...stopped, stoppedBy: { cause: 'credential' } }, plainly)).toContain(
        ' resume r-1\nTo go on with another credential, add --service-account FILE to it.\n',
      );
    });

    it('a certificate that is not trusted is no refusal by the vendor', () => {
      const text = renderSummary({ ...none, stoppedBy: { cause: 'refused', failure: 'tls' } }, plainly);
      expect(text).not.toContain('The vendor refused');
      expect(text).toContain('Ended early. No secure connection to the vendor (TLS) came about');
      expect(text).toContain(
        ' resume r-1\nTo trust a certificate authority of your own, add --ca FILE to it.\n',
      );
    });

    it('the doctor is asked about the vendor that cannot be reached', () => {
      const unreachable = { ...stopped, stoppedBy: { cause: 'unreachable' } } as const;
      expect(renderSummary(unreachable, byMpaas)).toContain('`unpush doctor --vendor mpaas` looks at both');
      expect(renderSummary(unreachable, plainly)).toContain('`unpush doctor` looks at both');
    });
  });

  it('speaks of going on only where something is left', () => {
    const unknown = renderSummary(finished({ read: 2, accepted: 1, unknown: 1 }), plainly);
    expect(unknown).toContain(
      '\nTry the 1 unknown token again:\n  unpush recalls resume r-1 --retry-unknown\n',
    );
    const none = renderSummary(finished({ read: 2, accepted: 1, rejected: 1 }), plainly);
    expect(none).not.toContain('resume');
    expect(renderSummary({ ...stopped, state: 'running' }, plainly)).not.toContain('resume');
  });

  it('does not call what is under way in another process a request without an answer', () => {
    expect(renderSummary({ ...stopped, state: 'running' }, plainly)).toContain(
      'unknown            1,000  under way, or sent without a usable answer',
    );
    expect(renderSummary(stopped, plainly)).toContain(
      'unknown            1,000  sent, and no usable answer came',
    );
  });

  it('names the evidence by its head, and the files', () => {
    const text = renderSummary(
      { ...finished({ read: 1, accepted: 1 }), evidenceHead: 'ab'.repeat(32) },
      {
        ...plainly,
        written: {
          report: { path: '/r.ndjson', all: false, lines: 0 },
          evidence: { path: '/e.ndjson', lines: 4 },
        },
      },
    );
    expect(text).toContain('  report: /r.ndjson (0 lines)\n  evidence: /e.ndjson (4 lines)\n');
    expect(text).toContain(`  evidence head, to note where the incident is told:\n    ${'ab'.repeat(32)}\n`);
  });

  it('says how to have files that could not be written', () => {
    const text = renderSummary(finished({ read: 2, accepted: 1, rejected: 1 }), {
      ...plainly,
      written: { report: { path: '/dev/full', all: true }, evidence: { path: '/dev/full' } },
    });
    expect(text).toContain(
      '\nThe report could not be written. Have it written elsewhere:\n  unpush recalls report r-1 --all --report FILE\n',
    );
    expect(text).toContain(
      '\nThe evidence could not be written. Have it written elsewhere:\n  unpush recalls evidence r-1 FILE\n',
    );
  });
});
