import { isDeepStrictEqual } from 'node:util';
import type { RecallFacts } from '@unpush/recall';
import type { Ledgers } from '@unpush/recall/node';
import { SettingsError } from '../errors/settings-error.ts';
import type { RecallCommands } from './recall-commands.ts';

/** Other recalls of the same app, which this one should know of. */
export interface Neighbours {
  /** One of the same notification that has not come to its end. */
  readonly unfinished?: { readonly recallId: string; readonly state: string };
  /** Those that are under way at this moment, in other processes. */
  readonly underWay: readonly string[];
}

/** Looks for recalls of the same app. One that cannot be read is none. */
export function findNeighbours(
  ledgers: Ledgers,
  { vendor, app, selector }: Pick<RecallFacts, 'vendor' | 'app' | 'selector'>,
): Neighbours {
  const ofApp = ledgers
    .list()
    .flatMap((recall) => ('facts' in recall && !recall.forgotten ? [recall] : []))
    .filter(({ facts }) => facts.vendor === vendor && facts.app === app);
  const same = ofApp.find(
    ({ facts, summary }) => summary.state !== 'finished' && isDeepStrictEqual(facts.selector, selector),
  );
  return {
    ...(same !== undefined && { unfinished: { recallId: same.recallId, state: same.summary.state } }),
    underWay: ofApp.filter(({ summary }) => summary.state === 'running').map(({ recallId }) => recallId),
  };
}

/** Refuses a second recall of the same notification, before a long list is read for it. */
export function refuseSecond({ unfinished }: Neighbours, commands: RecallCommands): void {
  if (unfinished === undefined) return;
  const { recallId, state } = unfinished;
  const stands = state === 'running' ? 'is under way in another process' : `is not finished (${state})`;
  throw new SettingsError(
    `recall ${recallId} of the same notification ${stands}: nothing was sent; go on with it: ${commands.resume(recallId)} or begin another one beside it with --again`,
  );
}
