import { InvalidRequestError, parseRequest } from '@unpush/core';
import { stopRecallSchema } from '../../contract/choices.ts';
import type { Asked } from '../object-parts.ts';
import { answerFor } from '../status/recall-answer.ts';
import { bodyOf } from './body-of.ts';
import { auditNote, now, respond } from './respond.ts';

/** `POST …/recalls/{id}/stop` */
export async function stopRecall(request: Request, recallId: string, asked: Asked): Promise<Response> {
  const { reason } = parseRequest(stopRecallSchema, await bodyOf(request));
  const { state } = await answerFor(recallId, asked);
  if (state === 'uploading') {
    const problem = `recall ${recallId} is uploading: nothing of it was sent, and there is nothing to stop. DELETE drops it`;
    throw new InvalidRequestError([{ field: 'recallId', problem }]);
  }
  if (state !== 'finished') {
    const note = auditNote(asked, reason);
    const at = now();
    try {
      await asked.store.want(recallId, 'stop');
    } finally {
      // Also where the storage is full: nothing more is to leave
      if (state === 'running' || state === 'waiting') await asked.drive.stop(recallId, note);
    }
    asked.store.note(recallId, { at, action: 'stop', ...note });
  }
  return respond(recallId, asked, 202);
}
