import { APPS } from '../../contract/routes.ts';
import type { Asked } from '../object-parts.ts';
import { answerFor } from '../status/recall-answer.ts';

/** Where a recall is found. */
export const locationOf = (recallId: string, { app }: Asked): string =>
  `${APPS}/${app.name}/recalls/${recallId}`;

/** How a recall stands, as an answer over HTTP. */
export async function respond(recallId: string, asked: Asked, status: 200 | 202): Promise<Response> {
  const answer = await answerFor(recallId, asked);
  const headers = new Headers();
  if (status === 202) headers.set('Location', locationOf(recallId, asked));
  if (answer.upload !== undefined) {
    headers.set('Upload-Offset', String(answer.upload.offset));
    headers.set('Upload-Complete', answer.upload.complete ? '?1' : '?0');
  }
  return Response.json(answer, { status, headers });
}

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
