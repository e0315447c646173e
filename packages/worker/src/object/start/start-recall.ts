import { LedgerError } from '@unpush/recall';
import { Refusal } from '../../answers/refusal.ts';
import type { Asked } from '../object-parts.ts';
import { ListDiffers } from '../../store/lists/faults.ts';
import { forgottenRecall } from '../../store/refusals.ts';
import { auditNote, now, respond } from '../routes/respond.ts';
import { idempotencyKeyOf } from './headers.ts';
import { fingerprintOf, requestedBy, type Requested } from './requested.ts';
import { takeInFirst } from './take-in.ts';

/** `POST …/recalls` */
export async function startRecall(request: Request, asked: Asked): Promise<Response> {
  const requested = await requestedBy(request, asked);
  const key = idempotencyKeyOf(request.headers, asked.caller.by);
  const fingerprint = fingerprintOf(requested);
  const { store } = asked;
  const known = key === undefined ? undefined : store.findRequest(key);
  if (known !== undefined && known.fingerprint !== fingerprint) throw reused(known.recallId);
  const recallId =
    known?.recallId ?? draft(requested, asked, key === undefined ? undefined : { key, fingerprint });
  if (known === undefined) {
    store.note(recallId, { at: now(), action: 'start', ...auditNote(asked, requested.choices.reason) });
  }
  const isIncomplete = known === undefined || goesOn(recallId, requested, asked);
  try {
    await takeInFirst(recallId, requested.list, asked);
  } catch (error) {
    if (error instanceof ListDiffers) throw reused(recallId);
    // What has come of a streamed list stays, to be gone on with. JSON is read to its end before
    if (isIncomplete && requested.list.kind === 'given') store.dropDraft(recallId);
    if (store.findDraft(recallId) === undefined) throw error;
    throw Object.assign(error instanceof Error ? error : new Error(String(error)), { ofRecall: recallId });
  }
  return respond(recallId, asked, 202);
}

/** Makes room for its list, unless an unfinished recall takes back the same notification. */
function draft(
  { selector, choices, reading }: Requested,
  { store, app }: Asked,
  idempotency: { readonly key: string; readonly fingerprint: string } | undefined,
): string {
  const facts = { vendor: app.vendor, app: app.vendorApp, selector };
  const other = choices.again === true ? undefined : store.unfinished(facts);
  if (other !== undefined) {
    // Before millions of targets come in for nothing. It is looked at once more when the recall is made
    throw new LedgerError(`recall ${other} takes back the same notification and is not finished.`, {
      problem: 'exists',
      recallId: other,
    });
  }
  return store.draft({ selector, choices, reading, createdAt: Date.now() }, idempotency).recallId;
}

/** Whether a list that comes again goes on. What stands of it stays, whoever has sent it; JSON comes as a whole. */
function goesOn(recallId: string, { reading, list }: Requested, asked: Asked): boolean {
  const { store } = asked;
  const standing = store.lists.standing(recallId);
  if (standing === undefined) {
    throw forgottenRecall(recallId);
  }
  if (standing.underWay) throw new Refusal('upload-under-way', { recallId, offset: standing.offset });
  if (standing.complete) return false;
  store.note(recallId, { at: now(), action: 'continue-upload', ...auditNote(asked, undefined) });
  if (list.kind === 'given') store.lists.begin(recallId, reading);
  return true;
}

const reused = (recallId: string): Refusal => new Refusal('idempotency-key-reused', { recallId });
