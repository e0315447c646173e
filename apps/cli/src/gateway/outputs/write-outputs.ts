import { evidenceLines } from '@unpush/recall/node';
import type { Outputs } from '../../ledger/kept-recall.ts';
import { placesOf } from '../../output/output-flags.ts';
import { linesIn, tryEach } from '../../output/try-each.ts';
import { writeOutput } from '../../output/write-output.ts';
import { SettingsError } from '../../errors/settings-error.ts';
import { loadSignKey } from '../../session/load-sign-key.ts';
import type { WrittenOutputs } from '../../session/summary/summary-context.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { RecallAnswer } from '../client/api.ts';
import type { Gateway } from '../client/open-gateway.ts';
import { evidenceOf, reportOf, singly } from './answer-lines.ts';

/** What is to be written of which recall. */
export interface AnswerOutputs {
  readonly answer: Pick<RecallAnswer, 'recallId'>;
  readonly outputs: Outputs;
  readonly terminal: Terminal;
}

/** What was written, and what kept the rest from it. */
export interface AnswerOutputsEnd {
  readonly written: WrittenOutputs;
  readonly errors: readonly unknown[];
}

/** Fetches report and evidence of a recall that has ended. One that fails does not stop the other. */
export async function writeAnswerOutputs(
  gateway: Gateway,
  { answer: { recallId: id }, outputs, terminal }: AnswerOutputs,
): Promise<AnswerOutputsEnd> {
  const { report, evidence } = outputs;
  const { report: first, evidence: second } = placesOf(outputs);
  if (first === undefined && second === undefined) return { written: {}, errors: [] };
  const { write: trying, errors } = tryEach();
  const leaveOut = new AbortController();
  const endInterrupt = terminal.onInterrupt(() => {
    leaveOut.abort(new SettingsError('left out, for you stopped the writing of report or evidence'));
  });
  const { signal } = leaveOut;
  try {
    const reported =
      first &&
      (await trying(async () =>
        writeOutput(first, await reportOf(gateway, { id, all: report?.all ?? false, signal }), signal),
      ));
    const proved =
      second &&
      (await trying(async () => {
        const key = evidence?.signKey === undefined ? undefined : await loadSignKey(evidence.signKey);
        const lines = evidenceLines(singly(await evidenceOf(gateway, { id, signal })), key);
        return writeOutput(second, lines, signal);
      }));
    return {
      written: {
        ...(report && { report: { path: report.path, all: report.all, ...linesIn(reported) } }),
        ...(evidence && { evidence: { path: evidence.path, ...linesIn(proved) } }),
      },
      errors,
    };
  } finally {
    endInterrupt();
  }
}
