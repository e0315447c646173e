import { isDeepStrictEqual } from 'node:util';
import type { RecallFacts } from '../../../summary/facts.ts';
import { LedgerError } from '../../../ledger/ledger-error.ts';
import { hasLedger, recallFolders, type RecallFolder } from '../files/recall-folder.ts';
import { withRecall } from './read-recall.ts';

/** Throws if a recall of the same notification is there that has not come to its end. */
export function refuseSecond(directory: string, facts: RecallFacts): void {
  for (const place of recallFolders(directory).filter(hasLedger)) {
    const state = stateOfSame(place, facts);
    if (state === undefined || state === 'finished') continue;
    const { recallId } = place;
    throw new LedgerError(
      `recall ${recallId} of the same notification (${nameOf(facts)}) ${standing(state, recallId)}`,
      { problem: 'exists', folder: place.folder, recallId },
    );
  }
}

/** How it stands, and what to do; the command comes last, on a line of its own. */
const standing = (state: string, recallId: string): string =>
  state === 'running'
    ? `is under way in another process. Nothing was sent. Wait for its end, or begin another one beside it with --again. Look at it with:\n  unpush recalls show ${recallId}`
    : `is not finished (${state}). Nothing was sent. Begin another one beside it with --again, or go on with it:\n  unpush recalls resume ${recallId}`;

/** How a recall of the same notification stands; `undefined` if it is of another one, or cannot go on. */
function stateOfSame(place: RecallFolder, { vendor, app, selector }: RecallFacts): string | undefined {
  try {
    return withRecall(place, ({ facts, forgotten, summary }) => {
      const same =
        facts.vendor === vendor && facts.app === app && isDeepStrictEqual(facts.selector, selector);
      return same && !forgotten ? summary().state : undefined;
    });
  } catch (error) {
    // A damaged ledger must not keep a new recall from being begun
    if (LedgerError.isInstance(error)) return undefined;
    throw error;
  }
}

const nameOf = ({ app, selector }: RecallFacts): string =>
  [`app ${app}`, ...Object.entries(selector).map(([name, value]) => `${name} ${value}`)].join(', ');
