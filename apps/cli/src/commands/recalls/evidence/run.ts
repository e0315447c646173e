import { resolve } from 'node:path';
import { evidenceKeyText, type TextLines } from '@unpush/recall';
import { evidenceLines, type RecallReader } from '@unpush/recall/node';
import type { CommandRun, Invocation } from '../../../command.ts';
import { EXIT, type ExitCode } from '../../../exit-codes.ts';
import { textFlags } from '../../../flags/read-flags.ts';
import { findLedgers } from '../../../ledger/open-ledgers.ts';
import { printLines } from '../../../output/lines.ts';
import { writeOutput } from '../../../output/write-output.ts';
import { heedInterrupt, type Watch } from '../../../session/heed-interrupt.ts';
import { loadSignKey } from '../../../session/load-sign-key.ts';
import { formatPlural } from '../../../terminal/numbers.ts';
import { evidencePlaces } from './places.ts';

/** Runs `unpush recalls evidence`. */
export const run: CommandRun = (invocation) =>
  heedInterrupt(invocation.terminal, {
    stopped: 'Stopped: what was not written by then is not there.',
    work: (watch) => exportEvidence(invocation, watch),
  });

async function exportEvidence(invocation: Invocation, { signal, onRead }: Watch): Promise<ExitCode> {
  const { terminal, args, flags } = invocation;
  const { cwd, stdout, stderr } = terminal;
  const { signKey } = textFlags(flags, ['signKey']);
  const { ledgers } = await findLedgers(invocation);
  const [id = ''] = args;
  using reader = ledgers.read(id);
  const key = signKey === undefined ? undefined : await loadSignKey(resolve(cwd, signKey));
  const { evidence: place, key: keyPlace } = await evidencePlaces(invocation);
  const lines = evidenceLines(reader.evidence(), key);
  if (place === undefined) {
    await printLines(stdout, lines);
  } else {
    onRead();
    const written = await writeOutput(place, lines, signal);
    stderr.write(`${place.path}: ${formatPlural(written.lines, 'line')}\n`);
  }
  if (keyPlace !== undefined) {
    await writeOutput(keyPlace, keyLine(reader), signal);
    stderr.write(`${keyPlace.path}: the evidence key; keep it apart from the evidence\n`);
  }
  return EXIT.ok;
}

// eslint-disable-next-line @typescript-eslint/require-await -- the writer takes lines as they come
async function* keyLine(reader: RecallReader): AsyncGenerator<TextLines> {
  yield { text: evidenceKeyText({ recallId: reader.recallId, key: reader.evidenceKey() }), count: 1 };
}
