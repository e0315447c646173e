import { isDeepStrictEqual } from 'node:util';
import type { RecallFacts } from '@unpush/recall';
import { isOfStore, type Ledgers, type ListedRecall } from '@unpush/recall/node';
import { SettingsError } from '../errors/settings-error.ts';
import { whenOf } from '../terminal/when.ts';
import { mayBeWrong } from '../session/summary/may-be-wrong.ts';
import type { RecallCommands } from './recall-commands.ts';

/** A recall of the same notification that stands in the way. */
export interface UnfinishedRecall {
  readonly recallId: string;
  readonly state: string;
  readonly endpoint: string;
  /** Wall clock, in milliseconds. */
  readonly createdAt: number;
  /** It stopped over what going on would keep: the app, the list or the endpoint may be wrong. */
  readonly mayBeWrong: boolean;
  /** A program has made it, which alone goes on with it. */
  readonly ofProgram: boolean;
}

/** Other recalls of the same app, which this one should know of. */
export interface Neighbours {
  /** One of the same notification that has not come to its end. */
  readonly unfinished?: UnfinishedRecall;
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
    ...(same !== undefined && { unfinished: unfinishedOf(same) }),
    underWay: ofApp.filter(({ summary }) => summary.state === 'running').map(({ recallId }) => recallId),
  };
}

function unfinishedOf({ facts, summary, settings }: ReadableRecall): UnfinishedRecall {
  const { recallId, endpoint, createdAt } = facts;
  const stands = { state: summary.state, mayBeWrong: mayBeWrong(summary), ofProgram: isOfStore(settings) };
  return { recallId, endpoint, createdAt, ...stands };
}

type ReadableRecall = Extract<ListedRecall, { readonly summary: unknown }>;

/** Refuses a second recall of the same notification, before a long list is read for it. */
export function refuseSecond(
  { unfinished }: Neighbours,
  { endpoint, commands }: { readonly endpoint: string; readonly commands: RecallCommands },
): void {
  if (unfinished === undefined) return;
  const { recallId, state, createdAt, ofProgram } = unfinished;
  const isRunning = state === 'running';
  const stands = isRunning ? 'is under way in another process' : `is not finished (${state})`;
  const begun = `begun ${whenOf(createdAt)} at ${unfinished.endpoint}`;
  const look = `look at it with:\n  ${commands.show(recallId)}`;
  const goOn = isRunning
    ? `wait for its end; ${look}`
    : ofProgram
      ? `let the program go on with it that began it; ${look}`
      : `go on with it:\n  ${commands.resume(recallId)}`;
  const remedy = unfinished.mayBeWrong
    ? `if that one has something wrong in it, begin this one beside it:\n  unpush revoke … --again\nor ${goOn}`
    : `${goOn}\nor begin another one beside it with --again`;
  const remedyThere = `this one goes to ${endpoint}: begin it beside the other with --again, or ${goOn}`;
  throw new SettingsError(
    `recall ${recallId} of the same notification, ${begun}, ${stands}: nothing was sent; ${unfinished.endpoint === endpoint ? remedy : remedyThere}`,
  );
}
