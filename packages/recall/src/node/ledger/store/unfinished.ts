import { isDeepStrictEqual } from 'node:util';
import type { RecallFacts } from '../../../summary/facts.ts';
import { nameOf } from '../../../store/notification.ts';
import { LedgerError } from '../../../ledger/ledger-error.ts';
import { hasLedger, recallFolders, type RecallFolder } from '../files/recall-folder.ts';
import { isOfStore } from '../made-by-store.ts';
import type { RecallReader } from '../recall-record.ts';
import { withRecall } from './read-recall.ts';

/** A recall that is about to be made. */
type Made = Pick<RecallReader, 'facts' | 'settings'>;

/** Throws if a recall of the same notification is there that has not come to its end. */
export function refuseSecond(directory: string, { facts, settings }: Made): void {
  for (const place of recallFolders(directory).filter(hasLedger)) {
    const same = findSame(place, facts);
    if (same === undefined || same.state === 'finished') continue;
    const { recallId } = place;
    const how = standing({ ...same, recallId, toProgram: isOfStore(settings) });
    throw new LedgerError(`recall ${recallId} of the same notification (${nameOf(facts)}) ${how}`, {
      problem: 'exists',
      folder: place.folder,
      recallId,
    });
  }
}

interface Same {
  readonly state: string;
  /** A program has made it, which alone goes on with it; otherwise the command line. */
  readonly ofProgram: boolean;
}

interface Standing extends Same {
  readonly recallId: string;
  /** Whether a program is told so; otherwise a person before the command line. */
  readonly toProgram: boolean;
}

/** How it stands, and what to do; a command comes last, on a line of its own. */
function standing({ state, recallId, ofProgram, toProgram }: Standing): string {
  const again = `begin another one beside it ${toProgram ? 'by again: true' : 'with --again'}`;
  if (state === 'running') {
    const look = toProgram ? '' : ` Look at it with:\n  unpush recalls show ${recallId}`;
    return `is under way${toProgram ? '' : ' in another process'}. Nothing was sent. Wait for its end, or ${again}.${look}`;
  }
  const start = `is not finished (${state}). Nothing was sent.`;
  if (!ofProgram) {
    const begin = `${again.charAt(0).toUpperCase()}${again.slice(1)}`;
    const where = toProgram ? ' on the command line' : '';
    return `${start} ${begin}, or go on with it${where}:\n  unpush recalls resume ${recallId}`;
  }
  return toProgram
    ? `${start} Open it to go on with it, or ${again}.`
    : `${start} Let the program go on with it that began it, or ${again}.`;
}

/** A recall of the same notification; `undefined` if it is of another one, or cannot go on. */
function findSame(place: RecallFolder, { vendor, app, selector }: RecallFacts): Same | undefined {
  try {
    return withRecall(place, ({ facts, settings, forgotten, summary }) => {
      const same =
        facts.vendor === vendor && facts.app === app && isDeepStrictEqual(facts.selector, selector);
      return same && !forgotten ? { state: summary().state, ofProgram: isOfStore(settings) } : undefined;
    });
  } catch (error) {
    // A damaged ledger must not keep a new recall from being begun
    if (LedgerError.isInstance(error)) return undefined;
    throw error;
  }
}
