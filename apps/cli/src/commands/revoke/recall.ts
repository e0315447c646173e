import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { Language } from '@unpush/core';
import { startRecall, steadyPacer, type Recall, type RecallEvent, type RecallSummary } from '@unpush/recall';
import { renderError } from '../../errors/render-error.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { formatCount, formatDuration } from '../../terminal/numbers.ts';
import { painter } from '../../terminal/style.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { columnsFor } from '../../terminal/width.ts';
import type { Prepared } from './plan/make-plan.ts';
import type { Plan } from './plan/plan.ts';
import { createProgressView } from './progress/progress.ts';
import { openReport, type ReportFile } from './report/report-file.ts';
import { exitCodeOf } from './summary/exit-code.ts';
import { renderSummary } from './summary/render-summary.ts';
import { summaryObject } from './summary/summary-object.ts';

/** A recall that has been confirmed. */
export interface Confirmed extends Prepared {
  readonly plan: Plan;
  readonly language: Language;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
}

/** Runs the recall before the person's eyes, and tells what it has come to. */
export async function recall(confirmed: Confirmed): Promise<ExitCode> {
  const report = await openReportOf(confirmed);
  const { summary, failure } = await runWatched(confirmed, report);
  tell({ summary, failure }, { ...confirmed, report });
  if (failure === undefined) return exitCodeOf(summary);
  const exit = renderError(failure.error, confirmed.terminal);
  // "Nothing was sent" would not be true any more
  return exit === EXIT.usage && summary.requests.sent > 0 ? EXIT.stopped : exit;
}

async function openReportOf({ request, terminal }: Confirmed): Promise<ReportFile | undefined> {
  if (request.report === undefined) return undefined;
  return openReport({ path: resolve(terminal.cwd, request.report), all: request.reportAll });
}

/** What a recall has come to, and the error that ended it or its report. */
interface Ended {
  readonly summary: RecallSummary;
  readonly failure?: { readonly error: unknown } | undefined;
}

/** Runs it with its progress in view, until it has ended and its report is written. */
async function runWatched(confirmed: Confirmed, report: ReportFile | undefined): Promise<Ended> {
  const view = createProgressView(confirmed.terminal);
  const job = start(confirmed, { report, say: view.say });
  view.follow(job.snapshot);
  try {
    await job.done.finally(() => report?.close());
    return { summary: job.snapshot() };
  } catch (error) {
    return { summary: job.snapshot(), failure: { error } };
  } finally {
    view.end();
  }
}

interface Surroundings {
  readonly report: ReportFile | undefined;
  readonly say: (words: string) => void;
}

function start(
  { request, plan, connection, input, signal }: Confirmed,
  { report, say }: Surroundings,
): Recall {
  return startRecall({
    recallId: `r-${randomBytes(5).toString('hex')}`,
    selector: request.selector,
    revoker: connection.revoker,
    source: input.source,
    ...(report !== undefined && { sink: report }),
    pacer: steadyPacer(plan.quota === undefined ? {} : { targetsPerSecond: plan.quota }),
    concurrency: plan.concurrency,
    batchSize: plan.batchSize,
    canary: plan.canary,
    giveUpAfterMs: request.giveUpAfterMs,
    keepGoing: request.keepGoing,
    signal,
    observe: (event) => {
      const words = wordsOf(event);
      if (words !== undefined) say(words);
    },
  });
}

interface Telling extends Confirmed {
  readonly report: ReportFile | undefined;
}

function tell({ summary, failure }: Ended, { request, terminal, language, report }: Telling): void {
  if (request.json) terminal.stdout.write(`${JSON.stringify(summaryObject(summary, request.selector))}\n`);
  // With --json the words are talk, and talk goes to stderr
  const output = request.json ? terminal.stderr : terminal.stdout;
  const words = renderSummary(summary, {
    paint: painter(output, terminal.env),
    language,
    width: columnsFor(output),
    ...(report !== undefined && {
      report: { path: request.report ?? '', lines: report.lines, isComplete: failure === undefined },
    }),
  });
  output.write(words);
}

function wordsOf(event: RecallEvent): string | undefined {
  switch (event.type) {
    case 'canary-passed':
      return undefined;
    case 'renewed':
      return 'The vendor refused the credential; a new one was made.';
    case 'unreachable':
      return `The vendor cannot be reached: trying again for up to ${formatDuration(event.giveUpAfterMs)}.`;
    case 'shrunk':
      return `The vendor takes fewer targets a request: going on with ${formatCount(event.batchSize)}.`;
    case 'stopping':
      return event.stoppedBy.cause === 'interrupt'
        ? 'Stopping after the requests under way… (again to kill)'
        : 'Stopping…';
    case 'listing-rest':
      return 'Writing the targets that were not attempted to the report…';
  }
}
