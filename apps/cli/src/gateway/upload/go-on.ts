import { readRecall, recallIn, type Gateway } from '../client/open-gateway.ts';
import type { RecallAnswer } from '../client/api.ts';
import { GatewayError } from '../gateway-error.ts';
import type { Part } from './parts.ts';
import { refuseForeign, standingOf } from './standing.ts';
import { completeness, NDJSON, takenBy, type Sending, type Taken, type Upload } from './upload.ts';

/** A part that follows others. */
export interface GoingOn extends Sending {
  /** What was known of the list before this part. */
  readonly taken: Taken;
}

/** Sends what of a part is not there yet. What breaks off goes on where the gateway says that the list stands. */
export async function goOn(upload: Upload, { part, patience, taken }: GoingOn): Promise<Taken> {
  const { gateway } = upload;
  const { recallId } = taken;
  const end = part.offset + part.bytes.length;
  let { standing } = taken;
  for (;;) {
    // All that this part has to say has arrived, but for the last one's word that it is the last
    if (standing.offset >= end && !part.isLast) return { recallId, standing };
    const from = standing.offset;
    try {
      refuseForeign(standing, { part, upload, recallId });
      return takenBy(await patch(upload, { part, from, recallId }), part);
    } catch (error) {
      if (!isOffsetProblem(error)) await patience.wait(error);
    }
    const now = await standingOf(upload, { recallId, patience });
    if (now.isComplete) return { recallId, standing: now, ...(await read(gateway, recallId)) };
    refuseForeign(now, { part, upload, recallId });
    standing = now;
  }
}

/** The recall, where the key may read it. */
async function read(gateway: Gateway, recallId: string): Promise<{ readonly answer?: RecallAnswer }> {
  try {
    return { answer: await readRecall(gateway, recallId) };
  } catch (error) {
    if (GatewayError.isInstance(error) && error.facts.status === 403) return {};
    throw error;
  }
}

async function patch(
  { gateway: { api, app, host }, perseverance: { signal } }: Upload,
  { part, from, recallId }: { readonly part: Part; readonly from: number; readonly recallId: string },
): Promise<RecallAnswer> {
  const answer = await api.PATCH('/v1/apps/{app}/recalls/{id}/targets', {
    params: {
      path: { app, id: recallId },
      header: { 'Upload-Offset': from, 'Upload-Complete': completeness(part.isLast) },
    },
    headers: NDJSON,
    body: '',
    bodySerializer: () => part.bytes.subarray(from - part.offset),
    signal,
  });
  return recallIn(answer, { host });
}

const isOffsetProblem = (error: unknown): boolean =>
  GatewayError.isInstance(error) && error.facts.kind === 'upload-offset';
