import { LedgerError } from '@unpush/recall';
import { Refusal } from '../../answers/refusal.ts';
import type { Asked } from '../object-parts.ts';
import { auditNote, now, respond } from '../routes/respond.ts';
import { idempotencyKeyOf } from './headers.ts';
import { fingerprintOf, requestedBy, type Requested } from './requested.ts';
import { takeInFirst } from './take-in.ts';

/** `POST …/recalls` */
export async function startRecall(request: Request, asked: Asked): Promise<Response> {
  const requested = await requestedBy(request, asked);
  const key = idempotencyKeyOf(request.headers);
  const fingerprint = fingerprintOf(requested);
  const known = key === undefined ? undefined : asked.store.findRequest(key);
  if (known !== undefined && known.fingerprint !== fingerprint) {
    throw new Refusal('idempotency-key-reused', { recallId: known.recallId });
  }
  const recallId =
    known?.recallId ?? draft(requested, asked, key === undefined ? undefined : { key, fingerprint });
  if (known === undefined) {
    asked.store.note(recallId, { at: now(), action: 'start', ...auditNote(asked, requested.choices.reason) });
  } else if (!beginsAnew(recallId, requested, asked)) {
    await request.body?.cancel().catch(() => undefined);
    return respond(recallId, asked, 202);
  }
  try {
    await takeInFirst(recallId, requested.list, asked);
  } catch (error) {
    // What has come of a streamed list stays, to be gone on with. JSON is read to its end before
    if (requested.list.kind === 'given') asked.store.dropDraft(recallId);
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

/** The list of a request that comes again begins anew where it has not come to its end. */
function beginsAnew(recallId: string, { reading }: Requested, { store }: Asked): boolean {
  const known = store.findDraft(recallId);
  if (known === undefined || known.complete) return false;
  if (store.lists.standing(recallId)?.underWay === true) throw new Refusal('upload-under-way', { recallId });
  store.lists.begin(recallId, reading);
  return true;
}
