import type { RecordedSummary } from '@unpush/recall';
import { directoryStore, type Ledgers } from '@unpush/recall/node';
import type { CommandRun } from '../../../command.ts';
import { SettingsError } from '../../../errors/settings-error.ts';
import { EXIT } from '../../../exit-codes.ts';
import { textFlags } from '../../../flags/read-flags.ts';
import { findLedgers } from '../../../ledger/open-ledgers.ts';
import { formatPlural } from '../../../terminal/numbers.ts';
import { confirmForget } from './confirm.ts';

/** Runs `unpush recalls forget`. */
export const run: CommandRun = async (invocation) => {
  const { terminal, args, flags } = invocation;
  const { ledgers, directory, commands } = await findLedgers(invocation);
  const [id = ''] = args;
  const { summary, forgotten } = standingOf(ledgers, id);
  const { state, targets } = summary;
  if (state === 'running') {
    throw new SettingsError(
      `recall ${id} is under way in another process: nothing was deleted; wait for its end, or look at it with: ${commands.show(id)}`,
    );
  }
  if (!forgotten) await confirmForget(summary, { confirm: textFlags(flags, ['confirm']).confirm, terminal });
  // Of a recall that a program has made, this keeps what the program lists it by
  await directoryStore({ directory }).forget(id);
  const left = state === 'finished' ? 0 : targets.notAttempted;
  terminal.stderr.write(
    `Recall ${id} is forgotten: the targets that unpush kept are deleted, its record and evidence are still there.\n${
      left > 0 ? `It was not finished: ${formatPlural(left, 'target')} cannot be gone on with.\n` : ''
    }`,
  );
  return EXIT.ok;
};

interface Standing {
  readonly summary: RecordedSummary;
  readonly forgotten: boolean;
}

function standingOf(ledgers: Ledgers, id: string): Standing {
  using reader = ledgers.read(id);
  return { summary: reader.summary(), forgotten: reader.forgotten };
}
