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
    try {
      await asked.store.want(recallId, 'stop');
      // Before the wait below, which others who ask to stop may not share
      asked.store.note(recallId, { at: now(), action: 'stop', ...note });
    } finally {
      // Also where the storage is full: nothing more is to leave
      if (state === 'running' || state === 'waiting') await asked.drive.stop(recallId, note);
    }
  }
  return respond(recallId, asked, 202);
}
