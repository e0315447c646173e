import type { CommandRun } from '../../../command.ts';
import { EXIT } from '../../../exit-codes.ts';
import { LOOK_AT_GATEWAY } from '../../../gateway/words/look-at-gateway.ts';
import { findLedgers } from '../../../ledger/open-ledgers.ts';
import { summaryObject } from '../../../session/summary/summary-object.ts';
import { painter } from '../../../terminal/style.ts';
import { wordsOf } from '../../../vendors/words/words-of.ts';
import { readLimit } from './limit.ts';
import { renderFaults, renderRecalls } from './render-recalls.ts';

/** Runs `unpush recalls list`. */
export const run: CommandRun = async (invocation) => {
  const { terminal, flags } = invocation;
  const { stdout, stderr, env } = terminal;
  const { ledgers, directory } = await findLedgers(invocation);
  const all = ledgers.list().slice(0, readLimit(flags));
  const readable = all.flatMap((recall) => ('facts' in recall ? [recall] : []));
  if (flags['json'] === true) {
    const objects = readable.map(({ summary, facts, forgotten }) => ({
      ...summaryObject(summary, facts),
      ...(forgotten && { forgotten }),
    }));
    stdout.write(`${JSON.stringify(objects, undefined, 2)}\n`);
  } else if (readable.length > 0) {
    const named = readable.map(async (recall) => ({
      recall,
      notification: (await wordsOf(recall.facts)).notification,
    }));
    stdout.write(renderRecalls(await Promise.all(named), painter(stdout, env)));
  } else if (all.length === 0) {
    const hint = flags['ledger'] === undefined ? ` ${LOOK_AT_GATEWAY}` : '';
    stderr.write(`There is no recall in ${directory}.${hint}\n`);
  }
  stderr.write(renderFaults(all, painter(stderr, env)));
  return EXIT.ok;
};
