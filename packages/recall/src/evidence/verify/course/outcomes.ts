import { countOf, spansOf, withoutSpans, type Spans } from '../../../spans/spans.ts';
import type { TargetCounts } from '../../../summary/summary.ts';
import type { HeaderRecord, NotAccepted, SessionRecord, VerdictRecord } from '../../record.ts';
import { createSpanSet } from './span-set.ts';

/** Counts again what became of the targets, from what each record says. Its methods say what is wrong. */
export interface Outcomes {
  session(record: SessionRecord): readonly string[];
  reopen(spans: Spans): readonly string[];
  verdict(record: VerdictRecord): readonly string[];
  counts(): TargetCounts;
}

/** More than any vendor takes in one request; whoever checks the digests holds so many targets at once. */
const MOST_TARGETS = 100_000;

export function createOutcomes({ input }: HeaderRecord): Outcomes {
  const { read, malformed, duplicate } = input.totals;
  const total = Math.max(0, read - malformed - duplicate);
  const settled = createSpanSet();
  const unknown = createSpanSet();
  const counts = { accepted: 0, rejected: 0 };

  const beyond = (spans: Spans): readonly string[] => {
    const end = spans.at(-1)?.[1] ?? 0;
    return end > total ? [`It names position ${end - 1}, but there are ${total} targets to send.`] : [];
  };

  /** Positions that come to their end; says which of them had come to it before. */
  function settle(spans: Spans): readonly string[] {
    return spans
      .map((span) => settled.add(span))
      .filter((position) => position !== undefined)
      .map((position) => `Position ${position} has a final outcome already, and gets another one.`);
  }

  function reopen(spans: Spans): readonly string[] {
    const problems = [...beyond(spans)];
    for (const span of spans) {
      const known = unknown.remove(span);
      settled.remove(span);
      if (known !== undefined) {
        problems.push(`Position ${known} is tried again, though its outcome was not unknown.`);
      }
    }
    return problems;
  }

  return {
    session: ({ lost = [], reopened = [] }) => [
      ...lost.flatMap(({ targets }) => beyond(targets)),
      ...reopen(reopened),
    ],
    reopen,
    verdict({ targets, accepted = [], notAccepted = [] }) {
      const many = countOf(targets);
      if (many === 0) return ['The request carries no targets.'];
      if (many > MOST_TARGETS) return [`The request carries ${many} targets; no vendor takes that many.`];
      const outsiders = beyond(targets);
      if (outsiders.length > 0) return outsiders;

      const rejected = spansWith('rejected', notAccepted);
      const lostSight = spansWith('unknown', notAccepted);
      const named = [accepted, rejected, lostSight];
      const foreign = named.flatMap((spans) => withoutSpans(spans, targets));
      if (foreign[0] !== undefined) {
        return [`Position ${foreign[0][0]} gets an outcome, but was not among the targets of the request.`];
      }
      const problems = named.flatMap(settle);
      counts.accepted += countOf(accepted);
      counts.rejected += countOf(rejected);
      for (const span of lostSight) unknown.add(span);
      return problems;
    },
    counts() {
      const { accepted, rejected } = counts;
      const notAttempted = total - accepted - rejected - unknown.count;
      return {
        read,
        malformed,
        duplicate,
        accepted,
        rejected,
        unknown: unknown.count,
        notAttempted,
      };
    },
  };
}

/** In ascending order; a position that is named twice is there twice. */
const spansWith = (outcome: NotAccepted['outcome'], all: readonly NotAccepted[]): Spans =>
  spansOf(
    all
      .filter((one) => one.outcome === outcome)
      .map(({ at }) => at)
      .sort((one, other) => one - other),
  );
