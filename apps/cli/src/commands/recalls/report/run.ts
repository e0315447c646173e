import { resolve } from 'node:path';
import { reportLines } from '@unpush/recall';
import type { CommandRun, Invocation } from '../../../command.ts';
import { EXIT, type ExitCode } from '../../../exit-codes.ts';
import { findLedgers } from '../../../ledger/open-ledgers.ts';
import { openRecordedInput } from '../../../input/open-recorded-input.ts';
import { printLines } from '../../../output/lines.ts';
import { checkOutputPlace, type OutputPlace } from '../../../output/output-place.ts';
import { writeOutput } from '../../../output/write-output.ts';
import { heedInterrupt, type Watch } from '../../../session/heed-interrupt.ts';
import { formatPlural } from '../../../terminal/numbers.ts';
import { refuseForgotten } from '../refuse-forgotten.ts';

/** Runs `unpush recalls report`. */
export const run: CommandRun = (invocation) =>
  heedInterrupt(invocation.terminal, {
    stopped: 'Stopped: the report was not written.',
    work: (watch) => report(invocation, watch),
  });

async function report(invocation: Invocation, { signal, onRead }: Watch): Promise<ExitCode> {
  const { terminal, args, flags } = invocation;
  const { ledgers, directory, commands } = await findLedgers(invocation);
  using reader = ledgers.read(args[0] ?? '');
  refuseForgotten(reader, commands);
  const place: OutputPlace | undefined =
    typeof flags['report'] === 'string'
      ? { what: 'report', flag: '--report', path: resolve(terminal.cwd, flags['report']) }
      : undefined;
  if (place !== undefined) {
    await checkOutputPlace(place);
    onRead();
  }
  await using input = await openRecordedInput(reader, { directory, signal });
  const all = flags['all'] === true;
  const lines = reportLines({ outcomes: reader.outcomes(), source: input.source, all });
  if (place === undefined) {
    await printLines(terminal.stdout, lines);
    return EXIT.ok;
  }
  const written = await writeOutput(place, lines, signal);
  terminal.stderr.write(`${place.path}: ${formatPlural(written.lines, 'line')}\n`);
  return EXIT.ok;
}
