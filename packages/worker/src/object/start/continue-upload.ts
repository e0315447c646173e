import { InvalidRequestError } from '@unpush/core';
import { Refusal } from '../../answers/refusal.ts';
import type { Draft } from '../../store/object-store.ts';
import { forgottenRecall } from '../../store/refusals.ts';
import type { Asked } from '../object-parts.ts';
import { auditNote, now, respond, uploadHeaders } from '../routes/respond.ts';
import { bytesOf } from '../routes/body-of.ts';
import { formatOf, uploadCompleteOf, uploadLengthOf, uploadOffsetOf } from './headers.ts';
import { goOn } from './take-in.ts';

/** `PATCH …/recalls/{id}/targets` */
export async function continueUpload(request: Request, recallId: string, asked: Asked): Promise<Response> {
  const { store, limits } = asked;
  const { reading } = await draftOf(recallId, asked);
  assertLength(uploadLengthOf(request.headers), reading.length);
  if (formatOf(request.headers) !== reading.format) {
    const type = reading.format === 'txt' ? 'text/plain' : 'application/x-ndjson';
    throw new Refusal('unsupported-media-type', {
      errors: [{ field: 'Content-Type', problem: `must be ${type}, as when the list was begun` }],
      recallId,
    });
  }
  const part = { offset: uploadOffsetOf(request.headers), isLast: uploadCompleteOf(request.headers) };
  // A body of nothing ends a list whose last part said that more would follow
  const body = bytesOf(request) ?? emptyBody();
  await store.lists.append(recallId, { ...part, body }, limits);
  store.note(recallId, { at: now(), action: 'continue-upload', ...auditNote(asked, undefined) });
  await goOn(recallId, asked);
  return respond(recallId, asked, part.isLast ? 202 : 200);
}

/** `HEAD …/recalls/{id}/targets` */
export async function readUpload(_request: Request, recallId: string, { store }: Asked): Promise<Response> {
  const standing = store.lists.standing(recallId);
  if (standing === undefined) {
    // Rejects where there is no such recall
    await using record = await store.read(recallId);
    throw forgottenRecall(record.recallId);
  }
  return new Response(null, { status: 204, headers: uploadHeaders(standing) });
}

/** Whoever goes on with another list learns of it at the first part. */
function assertLength(said: number | undefined, known: number | undefined): void {
  if (said === undefined || known === undefined || said === known) return;
  const problem = `must be ${known}, as when the list was begun, but is ${said}: send the rest of the same list`;
  throw new InvalidRequestError([{ field: 'Upload-Length', problem }]);
}

/** Throws where the list is complete. */
async function draftOf(recallId: string, { store }: Asked): Promise<Draft> {
  const draft = store.findDraft(recallId);
  if (draft !== undefined) return draft;
  // Rejects where there is no such recall
  await using record = await store.read(recallId);
  const standing = store.lists.standing(record.recallId);
  throw new Refusal('upload-offset', {
    recallId,
    ...(standing !== undefined && { offset: standing.offset }),
  });
}

const emptyBody = (): ReadableStream<Uint8Array> =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      controller.close();
    },
  });
