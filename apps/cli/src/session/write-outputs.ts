import type { KeyObject } from 'node:crypto';
import { reportLines, type RecallSummary, type TargetSource } from '@unpush/recall';
import { evidenceLines, type RecallReader } from '@unpush/recall/node';
import type { Outputs } from '../ledger/kept-recall.ts';
import { placesOf } from '../output/output-flags.ts';
import type { OutputPlace } from '../output/output-place.ts';
import { linesIn, tryEach } from '../output/try-each.ts';
import { writeOutput, type Written } from '../output/write-output.ts';
import type { WrittenOutputs } from './summary/summary-context.ts';

/** What a session writes when it ends, and from what. */
export interface OutputParts {
  readonly outputs: Outputs;
  readonly signKey: KeyObject | undefined;
  readonly reader: RecallReader;
  readonly source: TargetSource;
  readonly targets: RecallSummary['targets'];
  /** Leaves out what is not yet written. */
  readonly signal: AbortSignal;
}

/** What was written, for the ledger and for the summary, and what kept the rest from it. */
export interface OutputsEnd {
  readonly outputs: Outputs;
  readonly written: WrittenOutputs;
  readonly errors: readonly unknown[];
}

/** Writes the report and the evidence of the whole recall, as it stands now. One that fails does not stop the other. */
export async function writeOutputs(parts: OutputParts): Promise<OutputsEnd> {
  const { write: trying, errors } = tryEach();
  const { report, evidence } = parts.outputs;
  const { report: first, evidence: second } = placesOf(parts.outputs);
  const { reader, signKey, signal } = parts;
  const reported = first && (await trying(() => writeReport(parts, first)));
  const proved =
    second && (await trying(() => writeOutput(second, evidenceLines(reader.evidence(), signKey), signal)));
  return {
    outputs: {
      ...(report && { report: { ...report, ...stamped(reported) } }),
      ...(evidence && { evidence: { ...evidence, ...stamped(proved) } }),
    },
    written: {
      ...(report && { report: { path: report.path, all: report.all, ...linesIn(reported) } }),
      ...(evidence && { evidence: { path: evidence.path, ...linesIn(proved) } }),
    },
    errors,
  };
}

const stamped = (written: Written | undefined) =>
  written?.stamp === undefined ? {} : { written: written.stamp };

function writeReport(
  { outputs, reader, source, targets, signal }: OutputParts,
  place: OutputPlace,
): Promise<Written> {
  const { rejected, unknown, notAttempted, malformed } = targets;
  const all = outputs.report?.all === true;
  // The list need not be read for nothing
  const isEmpty = !all && rejected + unknown + notAttempted + malformed === 0;
  const lines = isEmpty ? nothing() : reportLines({ outcomes: reader.outcomes(), source, all });
  return writeOutput(place, lines, signal);
}

// eslint-disable-next-line @typescript-eslint/require-await -- a report without a line
async function* nothing(): AsyncGenerator<never> {
  return;
}
