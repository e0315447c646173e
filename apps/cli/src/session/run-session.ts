import { createPacer, startRecall, type Recall, type RecallSummary } from '@unpush/recall';
import { renderError } from '../errors/render-error.ts';
import { SettingsError } from '../errors/settings-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Outputs } from '../ledger/kept-recall.ts';
import { painter } from '../terminal/style.ts';
import { columnsFor } from '../terminal/width.ts';
import { wordsOf } from './describe-event.ts';
import { createProgressView, type ProgressView } from './progress/progress.ts';
import { createReadings } from './progress/read-recall.ts';
import type { Session } from './session.ts';
import { exitCodeOf } from './summary/exit-code.ts';
import { renderSummary } from './summary/render-summary.ts';
import type { WrittenOutputs } from './summary/summary-context.ts';
import { summaryObject } from './summary/summary-object.ts';
import { writeOutputs } from './write-outputs.ts';

/** Works on a recall before the person's eyes, writes its files, and tells what it has come to. */
export async function runSession(session: Session): Promise<ExitCode> {
  const ended = await runWatched(session);
  const { summary, errors } = ended;
  tell(session, ended);
  if (errors.length === 0) return exitCodeOf(summary);
  const exits = errors.map((error) => renderError(error, session.terminal));
  if (exits.includes(EXIT.bug)) return EXIT.bug;
  // "Nothing was sent" would not be true any more
  return summary.requests.sent > 0 ? EXIT.stopped : EXIT.usage;
}

/** What a session has come to, and the errors that ended it or kept its files from being written. */
interface Ended {
  readonly summary: RecallSummary;
  readonly written: WrittenOutputs;
  readonly errors: readonly unknown[];
}

async function runWatched(session: Session): Promise<Ended> {
  const view = createProgressView(session.terminal);
  const recall = start(session, view);
  view.follow(createReadings(recall, session.before));
  const errors: unknown[] = [];
  try {
    await recall.done.catch((error: unknown) => errors.push(error));
  } finally {
    view.end();
  }
  const summary = recall.snapshot();
  const end = await writeFiles(session, summary).catch((error: unknown) => ({
    // So that the summary says how to have them
    written: session.kept.outputs,
    errors: [error],
  }));
  return { summary, written: end.written, errors: [...errors, ...end.errors] };
}

function start(session: Session, { say }: ProgressView): Recall {
  const { owned, opened, kept, pace, input, connection, selector, signal, retryUnknown, words } = session;
  const { quota, concurrency, batchSize, canary } = pace;
  const resume = opened.commands.resume(owned.recallId);
  return startRecall({
    recallId: owned.recallId,
    selector,
    revoker: connection.revoker,
    source: input.source,
    ledger: owned,
    retryUnknown,
    pacer: createPacer({ concurrency, ...(quota !== undefined && { targetsPerSecond: quota }) }),
    concurrency,
    batchSize,
    canary,
    giveUpAfterMs: kept.giveUpAfterMs,
    keepGoing: kept.keepGoing,
    signal,
    observe: (event) => {
      const told = wordsOf(event, { resume, vendor: words.vendor });
      if (told !== undefined) say(told);
    },
  });
}

/** The files are of the whole recall, whatever of it was done in this session. */
async function writeFiles(session: Session, { targets }: RecallSummary): Promise<Omit<Ended, 'summary'>> {
  const { owned, opened, kept, input, signKey, terminal } = session;
  const { outputs } = kept;
  const names = namesOf(outputs);
  if (names === '') return { written: {}, errors: [] };
  // The summary with the head of the evidence comes behind this, and must come whatever happens here
  const leaveOut = new AbortController();
  const endInterrupt = terminal.onInterrupt(() => {
    leaveOut.abort(new SettingsError(`left out, for you stopped the writing: the ${names}`));
  });
  try {
    const again = session.signal.aborted ? 'Ctrl-C again' : 'Ctrl-C';
    terminal.stderr.write(`Writing the ${names}… (${again} stops that)\n`);
    using reader = opened.ledgers.read(owned.recallId);
    const { signal } = leaveOut;
    const end = await writeOutputs({ outputs, signKey, reader, source: input.source, targets, signal });
    try {
      // So that a later session knows its own files again
      owned.saveSettings({ ...kept, outputs: end.outputs });
      return end;
    } catch (error) {
      return { ...end, errors: [...end.errors, error] };
    }
  } finally {
    endInterrupt();
  }
}

const namesOf = ({ report, evidence }: Outputs): string =>
  [...(report === undefined ? [] : ['report']), ...(evidence === undefined ? [] : ['evidence'])].join(
    ' and the ',
  );

function tell(session: Session, { summary, written }: Omit<Ended, 'errors'>): void {
  const { json, terminal, language, opened, owned, words } = session;
  if (json) terminal.stdout.write(`${JSON.stringify(summaryObject(summary, owned.facts))}\n`);
  // With --json the words are talk, and talk goes to stderr
  const output = json ? terminal.stderr : terminal.stdout;
  output.write(
    renderSummary(summary, {
      paint: painter(output, terminal.env),
      language,
      width: columnsFor(output),
      words,
      commands: opened.commands,
      written,
    }),
  );
}
