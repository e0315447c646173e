import { Refusal } from '../../answers/refusal.ts';
import { underWay } from '../../store/refusals.ts';
import type { Asked } from '../object-parts.ts';
import { answerFor } from '../status/recall-answer.ts';
import { auditNote, now } from './respond.ts';

/** `DELETE …/recalls/{id}` */
export async function forgetRecall(_request: Request, recallId: string, asked: Asked): Promise<Response> {
  const { store, caller } = asked;
  const { state, upload, audit } = await answerFor(recallId, asked);
  const isOwn = state === 'uploading' && audit[0]?.by === caller.by;
  // Whoever may only start drops what they have begun, and nothing else
  if (!caller.scopes.includes('stop') && !isOwn) throw new Refusal('forbidden', { recallId });
  if (state === 'uploading') {
    if (upload?.underWay === true) throw new Refusal('upload-under-way', { recallId });
    store.dropDraft(recallId);
  } else if (state === 'running' || state === 'waiting') {
    throw underWay(recallId);
  } else {
    await store.forget(recallId);
    store.note(recallId, { at: now(), action: 'forget', ...auditNote(asked, undefined) });
  }
  return new Response(null, { status: 204 });
}
