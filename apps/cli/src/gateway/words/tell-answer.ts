import { renderSummary } from '../../session/summary/render-summary.ts';
import type { WrittenOutputs } from '../../session/summary/summary-context.ts';
import { languageOf } from '../../terminal/language.ts';
import { painter } from '../../terminal/style.ts';
import type { Output, Terminal } from '../../terminal/terminal.ts';
import { columnsFor } from '../../terminal/width.ts';
import type { RecallAnswer } from '../client/api.ts';
import type { Gateway } from '../client/open-gateway.ts';
import { hasEnded, summaryOf, wordsOfAnswer } from './recall-of-answer.ts';

/** What is told of a recall. */
export interface ToTell {
  readonly answer: RecallAnswer;
  readonly gateway: Gateway;
  readonly json: boolean;
  readonly written?: WrittenOutputs;
}

/** Tells what a recall has come to; with `json` as an object, and the words beside it. */
export async function tellAnswer(told: ToTell, terminal: Terminal): Promise<void> {
  const { answer, json } = told;
  if (json) terminal.stdout.write(`${JSON.stringify(answer)}\n`);
  // With --json the words are talk, and talk goes to stderr
  const output = json ? terminal.stderr : terminal.stdout;
  output.write(await summaryText(told, { output, env: terminal.env }));
}

/** The summary as a person reads it. */
export async function summaryText(
  { answer, gateway, written = {} }: Omit<ToTell, 'json'>,
  { output, env }: { readonly output: Output; readonly env: Terminal['env'] },
): Promise<string> {
  const { commands } = gateway;
  const { recallId } = answer;
  const summary = renderSummary(summaryOf(answer), {
    paint: painter(output, env),
    language: languageOf({ env }),
    width: columnsFor(output),
    words: await wordsOfAnswer(answer),
    // What was forgotten cannot go on, so no command is told that would
    ...(!answer.forgotten && { commands }),
    written,
  });
  return hasEnded(answer)
    ? summary
    : `${summary}\nThe gateway goes on with it. Watch it: ${commands.watch(recallId)}\nStop it:                        ${commands.stop(recallId)}\n`;
}
