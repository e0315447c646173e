import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { startRecall, steadyPacer, type Recall, type RecallEvent, type RecallSummary } from '@unpush/recall';
import { renderError } from '../../errors/render-error.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { languageOf } from '../../terminal/language.ts';
import { formatCount } from '../../terminal/numbers.ts';
import { painter } from '../../terminal/style.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { exitCodeOf } from './exit-code.ts';
import type { Prepared } from './make-plan.ts';
import type { Plan } from './plan.ts';
import { showProgress } from './progress.ts';
import { renderSummary } from './render-summary.ts';
import { openReport, type ReportFile } from './report-file.ts';
import { summaryObject } from './summary-object.ts';

/** A recall that has been confirmed. */
export interface Confirmed extends Prepared {
  readonly plan: Plan;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
}

/** Runs the recall before the person's eyes, and tells what it has come to. */
export async function recall(confirmed: Confirmed): Promise<ExitCode> {
  const report = await openReportOf(confirmed);
  const { summary, failure } = await runWatched(confirmed, report);
  tell(summary, { ...confirmed, report });
  if (failure === undefined) return exitCodeOf(summary);
  const exit = renderError(failure.error, confirmed.terminal);
  // "Nothing was sent" would not be true any more
  return exit === EXIT.usage && summary.requests.sent > 0 ? EXIT.stopped : exit;
}

async function openReportOf({ request, terminal }: Confirmed): Promise<ReportFile | undefined> {
  if (request.report === undefined) return undefined;
  return openReport({ path: resolve(terminal.cwd, request.report), all: request.reportAll });
}

interface Run {
  readonly summary: RecallSummary;
  readonly failure?: { readonly error: unknown };
}

/** Runs it with its progress in view, until it has ended and its report is written. */
async function runWatched(confirmed: Confirmed, report: ReportFile | undefined): Promise<Run> {
  const job = start(confirmed, {
    report,
    say: (words) => {
      view.say(words);
    },
  });
  const view = showProgress(job.snapshot, confirmed.terminal);
  try {
    await job.done;
    await report?.close();
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

function tell(summary: RecallSummary, { request, terminal, report }: Telling): void {
  if (request.json) terminal.stdout.write(`${JSON.stringify(summaryObject(summary, request.selector))}\n`);
  // With --json the words are talk, and talk goes to stderr
  const output = request.json ? terminal.stderr : terminal.stdout;
  const words = renderSummary(summary, {
    paint: painter(output, terminal.env),
    language: languageOf({ env: terminal.env }),
    ...(report !== undefined && { report: { path: request.report ?? '', lines: report.lines } }),
  });
  output.write(words);
}

function wordsOf(event: RecallEvent): string | undefined {
  switch (event.type) {
    case 'canary-passed':
      return undefined;
    case 'renewed':
      return 'The vendor refused the credential; a new one was made.';
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
