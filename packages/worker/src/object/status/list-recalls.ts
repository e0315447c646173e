import { InvalidRequestError, show } from '@unpush/core';
import type { RecallAnswer } from '../../contract/recall-answer.ts';
import { RECALL_STATES } from '../../contract/recall-states.ts';
import type { ObjectParts } from '../object-parts.ts';
import { answerOfDraft, answerOfStored } from './recall-answer.ts';

/** A page of recalls: uploads first, then recalls, each the newest first. */
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
  const { limit, state, cursor } = readPageQuery(query);
  const recalls: RecallAnswer[] = [];
  const isMeant = (answer: RecallAnswer): boolean => state === null || answer.state === state;
  let after = cursor ?? undefined;
  if (after === undefined || parts.store.findDraft(after) !== undefined) {
    const drafts = parts.store.drafts();
    const from = after === undefined ? 0 : drafts.findIndex(({ recallId }) => recallId === after) + 1;
    const answers = drafts.slice(from).map((draft) => answerOfDraft(draft, parts));
    recalls.push(...answers.filter(isMeant));
    after = undefined;
  }
  while (recalls.length <= limit) {
    const found = await parts.store.list({ limit: LOOKED_AT, ...(after !== undefined && { after }) });
    recalls.push(...found.map((recall) => answerOfStored(recall, parts)).filter(isMeant));
    after = found.at(-1)?.recallId;
    if (found.length < LOOKED_AT) break;
  }
  const page = recalls.slice(0, limit);
  const last = page.at(-1);
  return { recalls: page, ...(recalls.length > limit && last !== undefined && { next: last.recallId }) };
}

function readPageQuery(query: URLSearchParams): {
  readonly limit: number;
  readonly state: string | null;
  readonly cursor: string | null;
} {
  const limit = query.get('limit') ?? String(PAGE);
  const state = query.get('state');
  if (!/^\d{1,4}$/.test(limit) || Number(limit) < 1 || Number(limit) > MOST) {
    refuse('limit', `must be a whole number from 1 to ${MOST}, but is ${show(limit)}`);
  }
  if (state !== null && !RECALL_STATES.some((known) => known === state)) {
    refuse('state', `must be one of ${RECALL_STATES.join(', ')}, but is ${show(state)}`);
  }
  return { limit: Number(limit), state, cursor: query.get('cursor') };
}

function refuse(field: string, problem: string): never {
  throw new InvalidRequestError([{ field, problem }]);
}
