import { APPS } from '../../contract/routes.ts';
import type { RecallAnswer } from '../../contract/recall-answer.ts';
import type { ListStanding } from '../../store/uploads.ts';
import type { Asked } from '../object-parts.ts';
import { answerFor } from '../status/recall-answer.ts';

/** Where a recall is found. */
export const locationOf = (recallId: string, { app }: Asked): string =>
  `${APPS}/${app.name}/recalls/${recallId}`;

/** How a recall stands, as an answer over HTTP. */
export async function respond(recallId: string, asked: Asked, status: 200 | 202): Promise<Response> {
  const answer = await answerFor(recallId, asked);
  const headers = {
    ...(status === 202 && { Location: locationOf(recallId, asked) }),
    ...(answer.upload !== undefined && uploadHeaders(answer.upload)),
  };
  return Response.json(answer, { status, headers });
}

/** How far an upload has come, as headers. */
export const uploadHeaders = ({
  offset,
  complete,
  length,
}: NonNullable<RecallAnswer['upload']> | ListStanding): Readonly<Record<string, string>> => ({
  'Upload-Offset': String(offset),
  'Upload-Complete': complete ? '?1' : '?0',
  ...(length !== undefined && { 'Upload-Length': String(length) }),
});

/** Who has asked, and why, for the record. */
export const auditNote = (
  { caller }: Asked,
  reason: string | undefined,
): { readonly by: string; readonly reason?: string } => ({
  by: caller.by,
  ...(reason !== undefined && { reason }),
});

/** When: as audit entries have it. */
export const now = (): string => new Date().toISOString();
