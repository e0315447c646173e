import type { CommandRun } from '../../../command.ts';
import { EXIT } from '../../../exit-codes.ts';
import { findLedgers } from '../../../ledger/open-ledgers.ts';
import { formatPlural } from '../../../terminal/numbers.ts';

/** Runs `unpush recalls forget`. */
export const run: CommandRun = async (invocation) => {
  const { terminal, args } = invocation;
  const { ledgers } = await findLedgers(invocation);
  const [id = ''] = args;
  ledgers.forget(id);
  using reader = ledgers.read(id);
  const { state, targets } = reader.summary();
  const left = state === 'finished' ? 0 : targets.notAttempted;
  terminal.stderr.write(
    `Recall ${id} is forgotten: the targets that unpush kept are deleted, its record and evidence are still there.\n${
      left > 0 ? `It was not finished: ${formatPlural(left, 'target')} cannot be gone on with.\n` : ''
    }`,
  );
  return EXIT.ok;
};
