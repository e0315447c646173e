import type { Malformed, TargetChunk, TargetSource } from '../intake/target-source.ts';
import type { OutcomeSpan } from '../ledger/read/outcomes.ts';
import { spansFrom } from './spans-from.ts';
import type { TextLines } from './text-lines.ts';

/** What a report is made of: what became of whom, and the list of targets read once more. */
export interface ReportParts {
  /** By position, as a store, a ledger or `outcomesOf` tells them. */
  readonly outcomes: Iterable<OutcomeSpan> | AsyncIterable<OutcomeSpan>;
  readonly source: TargetSource;
  /** A line for accepted targets as well. */
  readonly all: boolean;
}

/**
 * The lines of a report in NDJSON, in the order of the list, in constant memory: for each target that was not
 * accepted, and for each piece that was no target,
 * `{ target, outcome, code?, reason?, requestId?, source?: { file, line } }`. They hold whole targets, so they belong
 * into no log.
 *
 * @throws InputError where the list is not what it was; LedgerError where the outcomes cannot be read.
 *
 * @example
 * ```ts
 * await using record = await store.read(recallId);
 * const source = await record.source();
 * for await (const { text } of reportLines({ outcomes: record.outcomes(), source, all: false })) {
 *   process.stdout.write(text);
 * }
 * ```
 */
export async function* reportLines({ outcomes, source, all }: ReportParts): AsyncGenerator<TextLines> {
  const spans = spansFrom(outcomes);
  let position = 0;
  try {
    for await (const chunk of source.read()) {
      const { malformed, targets } = chunk;
      if (malformed.length > 0) yield linesOf(malformed.map(describeMalformed));
      const end = position + targets.count;
      for (const part of await spans.within([position, end])) {
        if (part.outcome !== 'accepted' || all) yield describePart(chunk, part, position);
      }
      position = end;
    }
  } finally {
    await spans.close();
  }
}

const linesOf = (lines: readonly string[]): TextLines => ({ text: lines.join(''), count: lines.length });

function describePart({ targets, place }: TargetChunk, part: OutcomeSpan, before: number): TextLines {
  const { span, outcome, code, reason, requestId } = part;
  const [start, end] = [span[0] - before, span[1] - before];
  return linesOf(
    targets
      .slice(start, end)
      .targets()
      .map((target, index) => {
        const source = place?.(start + index);
        return `${JSON.stringify({ target, outcome, code, reason, requestId, source })}\n`;
      }),
  );
}

const describeMalformed = ({ text, reason, place }: Malformed): string =>
  `${JSON.stringify({ target: text, outcome: 'malformed', reason, source: place })}\n`;
