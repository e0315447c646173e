import type { Malformed, OutcomeSink, Settled } from '@unpush/recall';
import { SettingsError } from '../../../errors/settings-error.ts';
import { makeReport } from './report-place.ts';

/** The report of a recall: a line of JSON for each target, as it comes to its end. */
export interface ReportFile extends OutcomeSink {
  /** How many lines it holds. */
  readonly lines: number;
  /** Writes out what is left. Throws {@link SettingsError} if a line is missing. */
  close(): Promise<void>;
}

/** How to write a report. */
export interface ReportOptions {
  readonly path: string;
  /** A line for accepted targets as well. */
  readonly all: boolean;
}

/** Opens a report, as {@link makeReport} does. Once a line is lost, its calls throw {@link SettingsError}. */
export async function openReport({ path, all }: ReportOptions): Promise<ReportFile> {
  const file = await makeReport(path);
  let lines = 0;
  let written = Promise.resolve();

  // One at a time: calls for different batches overlap, and their lines must not
  const write = ({ text, count }: Lines): Promise<void> => {
    written = written.then(async () => {
      await file.writeFile(text);
      lines += count;
    });
    return written.catch(fail);
  };
  const fail = (cause: unknown): never => {
    throw new SettingsError(
      `the report ${path} is not complete, for it could not be written to: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  };

  return {
    get lines() {
      return lines;
    },
    async settled(settled) {
      if (settled.outcome !== 'accepted' || all) await write(describeSettled(settled));
    },
    async malformed(malformed) {
      await write({ text: malformed.map(describeMalformed).join(''), count: malformed.length });
    },
    async close() {
      await written.finally(() => file.close()).catch(fail);
    },
  };
}

interface Lines {
  readonly text: string;
  readonly count: number;
}

function describeSettled({ outcome, placed, code, reason, requestId }: Settled): Lines {
  const targets = placed.batch.targets();
  const text = targets
    .map((target, index) => {
      const source = placed.placeAt(index);
      return `${JSON.stringify({ target, outcome, code, reason, requestId, source })}\n`;
    })
    .join('');
  return { text, count: targets.length };
}

const describeMalformed = ({ text, reason, place }: Malformed): string =>
  `${JSON.stringify({ target: text, outcome: 'malformed', reason, source: place })}\n`;
