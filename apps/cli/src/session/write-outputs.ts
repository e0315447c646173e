import type { KeyObject } from 'node:crypto';
import type { RecallSummary, TargetSource } from '@unpush/recall';
import type { RecallReader } from '@unpush/recall/node';
import type { Outputs } from '../ledger/kept-recall.ts';
import { writeOutput, type Written } from '../output/write-output.ts';
import { evidenceLines } from './evidence/evidence-lines.ts';
import { reportLines } from './report/report-lines.ts';
import type { WrittenOutputs } from './summary/summary-context.ts';

/** What a session writes when it ends, and from what. */
export interface OutputParts {
  readonly outputs: Outputs;
  readonly signKey: KeyObject | undefined;
  readonly reader: RecallReader;
  readonly source: TargetSource;
  readonly targets: RecallSummary['targets'];
}

/** What was written, for the ledger and for the summary, and what kept the rest from it. */
export interface OutputsEnd {
  readonly outputs: Outputs;
  readonly written: WrittenOutputs;
  readonly errors: readonly unknown[];
}

/** Writes the report and the evidence of the whole recall, as it stands now. One that fails does not stop the other. */
export async function writeOutputs(parts: OutputParts): Promise<OutputsEnd> {
  const errors: unknown[] = [];
  const trying = async (write: () => Promise<Written>): Promise<Written | undefined> => {
    try {
      return await write();
    } catch (error) {
      errors.push(error);
      return undefined;
    }
  };
  const { report, evidence } = parts.outputs;
  const reported = report && (await trying(() => writeReport(parts, report)));
  const proved = evidence && (await trying(() => writeEvidence(parts, evidence)));
  return {
    outputs: {
      ...(report && { report: { ...report, ...stamped(reported) } }),
      ...(evidence && { evidence: { ...evidence, ...stamped(proved) } }),
    },
    written: {
      ...(report && { report: { path: report.path, ...(reported && { lines: reported.lines }) } }),
      ...(evidence && proved && { evidence: { path: evidence.path, lines: proved.lines } }),
    },
    errors,
  };
}

const stamped = (written: Written | undefined) =>
  written?.stamp === undefined ? {} : { written: written.stamp };

function writeReport(
  { reader, source, targets }: OutputParts,
  { path, all, written }: NonNullable<Outputs['report']>,
): Promise<Written> {
  const { rejected, unknown, notAttempted, malformed } = targets;
  // The list need not be read for nothing
  const isEmpty = !all && rejected + unknown + notAttempted + malformed === 0;
  return writeOutput(
    { what: 'report', flag: '--report', path, mayReplace: written },
    isEmpty ? nothing() : reportLines({ outcomes: reader.outcomes(), source, all }),
  );
}

// eslint-disable-next-line @typescript-eslint/require-await -- a report without a line
async function* nothing(): AsyncGenerator<never> {
  return;
}

const writeEvidence = (
  { reader, signKey }: OutputParts,
  { path, written }: NonNullable<Outputs['evidence']>,
): Promise<Written> =>
  writeOutput(
    { what: 'evidence', flag: '--evidence', path, mayReplace: written },
    evidenceLines(reader, signKey),
  );
