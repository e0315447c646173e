import { resolve } from 'node:path';
import type { CommandRun } from '../../../command.ts';
import { EXIT } from '../../../exit-codes.ts';
import { findLedgers } from '../../../ledger/open-ledgers.ts';
import { readKept } from '../../../ledger/kept-recall.ts';
import { reopenRecallInput } from '../../../input/open-recall-input.ts';
import { checkOutputPlace, type OutputPlace } from '../../../output/output-place.ts';
import { printLines, writeOutput } from '../../../output/write-output.ts';
import { reportLines } from '../../../session/report/report-lines.ts';
import { formatPlural } from '../../../terminal/numbers.ts';
import { refuseForgotten } from '../refuse-forgotten.ts';

/** Runs `unpush recalls report`. */
export const run: CommandRun = async (invocation) => {
  const { terminal, args, flags } = invocation;
  const { ledgers } = await findLedgers(invocation);
  using reader = ledgers.read(args[0] ?? '');
  refuseForgotten(reader);
  const { recallId, facts, spoolDirectory } = reader;
  const { files } = readKept(recallId, reader.settings);
  const place: OutputPlace | undefined =
    typeof flags['report'] === 'string'
      ? { what: 'report', flag: '--report', path: resolve(terminal.cwd, flags['report']) }
      : undefined;
  if (place !== undefined) await checkOutputPlace(place);
  await using input = await reopenRecallInput({ recallId, facts: facts.input, files, spoolDirectory });
  const all = flags['all'] === true;
  const lines = reportLines({ outcomes: reader.outcomes(), source: input.source, all });
  if (place === undefined) {
    await printLines(terminal.stdout, lines);
    return EXIT.ok;
  }
  const written = await writeOutput(place, lines);
  terminal.stderr.write(`${place.path}: ${formatPlural(written.lines, 'line')}\n`);
  return EXIT.ok;
};
