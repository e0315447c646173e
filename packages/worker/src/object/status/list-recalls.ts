import { InvalidRequestError, show } from '@unpush/core';
import type { RecallAnswer } from '../../contract/recall-answer.ts';
import { RECALL_STATES } from '../../contract/recall-states.ts';
import type { ListPlace } from '../../store/recalls/list-recalls.ts';
import type { ObjectParts } from '../object-parts.ts';
import { answerOfDraft, answerOfStored } from './recall-answer.ts';

/** A page of recalls, uploads among them, the newest first. */
export interface RecallPage {
  readonly recalls: readonly RecallAnswer[];
  /** Leads to the next page. */
  readonly next?: string;
}

const PAGE = 100;
const MOST = 1000;
/** How many are looked at in one step, where only some of them are of the state that is asked for. */
const LOOKED_AT = 200;

/** Throws `InvalidRequestError` that names the parameter. */
export async function listPage(query: URLSearchParams, parts: ObjectParts): Promise<RecallPage> {
  const { limit, state, after } = readPageQuery(query);
  const recalls: RecallAnswer[] = [];
  let place = after;
  while (recalls.length <= limit) {
    const found = await lookAt(place, parts);
    recalls.push(...found.filter((answer) => state === null || answer.state === state));
    const last = found.at(-1);
    if (last === undefined || found.length < LOOKED_AT) break;
    place = placeOf(last);
  }
  const page = recalls.slice(0, limit);
  const last = page.at(-1);
  return { recalls: page, ...(recalls.length > limit && last !== undefined && { next: cursorAt(last) }) };
}

/**
 * What comes behind a place. Uploads and recalls are read in one turn and in one order: one that becomes a recall while
 * somebody turns pages is neither left out nor told twice.
 */
async function lookAt(after: ListPlace | undefined, parts: ObjectParts): Promise<readonly RecallAnswer[]> {
  const { store } = parts;
  const listing = store.list({ limit: LOOKED_AT, ...(after !== undefined && { after }) });
  const drafts = store
    .drafts()
    .filter((draft) => after === undefined || comesBefore(after, draft))
    .map((draft) => answerOfDraft(draft, parts));
  const recalls = (await listing).map((recall) => answerOfStored(recall, parts));
  return [...drafts, ...recalls]
    .sort((one, other) => (comesBefore(placeOf(one), placeOf(other)) ? -1 : 1))
    .slice(0, LOOKED_AT);
}

/** The newest first; of the same millisecond by their ids, as the store has it. */
const comesBefore = (one: ListPlace, other: ListPlace): boolean =>
  one.createdAt > other.createdAt || (one.createdAt === other.createdAt && one.recallId > other.recallId);

const placeOf = ({ createdAt, recallId }: RecallAnswer): ListPlace => ({
  createdAt: Date.parse(createdAt),
  recallId,
});

const cursorAt = (last: RecallAnswer): string => `${Date.parse(last.createdAt)}.${last.recallId}`;

function readPageQuery(query: URLSearchParams): {
  readonly limit: number;
  readonly state: string | null;
  readonly after: ListPlace | undefined;
} {
  const limit = query.get('limit') ?? String(PAGE);
  const state = query.get('state');
  if (!/^\d{1,4}$/.test(limit) || Number(limit) < 1 || Number(limit) > MOST) {
    refuse('limit', `must be a whole number from 1 to ${MOST}, but is ${show(limit)}`);
  }
  if (state !== null && !RECALL_STATES.some((known) => known === state)) {
    refuse('state', `must be one of ${RECALL_STATES.join(', ')}, but is ${show(state)}`);
  }
  return { limit: Number(limit), state, after: placeIn(query.get('cursor')) };
}

function placeIn(cursor: string | null): ListPlace | undefined {
  if (cursor === null) return undefined;
  const [, createdAt, recallId] = /^(\d{1,15})\.(r-[0-9a-f]{1,64})$/.exec(cursor) ?? [];
  if (createdAt !== undefined && recallId !== undefined) return { createdAt: Number(createdAt), recallId };
  return refuse('cursor', `must be the next of the page before, but is ${show(cursor)}`);
}

function refuse(field: string, problem: string): never {
  throw new InvalidRequestError([{ field, problem }]);
}
