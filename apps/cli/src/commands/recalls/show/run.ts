import type { CommandRun } from '../../../command.ts';
import { EXIT } from '../../../exit-codes.ts';
import { keptIn } from '../../../ledger/kept-recall.ts';
import { findLedgers } from '../../../ledger/open-ledgers.ts';
import { renderSummary } from '../../../session/summary/render-summary.ts';
import { summaryObject } from '../../../session/summary/summary-object.ts';
import { languageOf } from '../../../terminal/language.ts';
import { painter } from '../../../terminal/style.ts';
import { columnsFor } from '../../../terminal/width.ts';
import { wordsOf } from '../../../vendors/words/words-of.ts';
import { renderFacts } from './render-facts.ts';

/** Runs `unpush recalls show`. */
export const run: CommandRun = async (invocation) => {
  const { terminal, args, flags } = invocation;
  const { stdout, env } = terminal;
  const { ledgers, commands } = await findLedgers(invocation);
  using reader = ledgers.read(args[0] ?? '');
  const { facts, forgotten } = reader;
  const summary = reader.summary();
  if (flags['json'] === true) {
    const { app, endpoint, input, versions } = facts;
    const object = {
      ...summaryObject(summary, facts),
      app,
      endpoint,
      input,
      versions,
      ...(forgotten && { forgotten }),
    };
    stdout.write(`${JSON.stringify(object, undefined, 2)}\n`);
    return EXIT.ok;
  }
  const words = await wordsOf({ ...facts, kept: keptIn(reader.settings) });
  const look = { paint: painter(stdout, env), width: columnsFor(stdout) };
  stdout.write(renderFacts({ facts, forgotten, words }, look));
  const language = languageOf({ env });
  // What was forgotten cannot go on, so no command is told that would
  stdout.write(renderSummary(summary, { ...look, language, words, ...(!forgotten && { commands }) }));
  return EXIT.ok;
};
