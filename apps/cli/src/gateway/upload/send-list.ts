import { recallIn, readRecall, type Gateway } from '../client/open-gateway.ts';
import type { RecallAnswer, StartQuery } from '../client/api.ts';
import { GatewayError } from '../gateway-error.ts';
import { createPatience, type Patience, type Perseverance } from '../persevere.ts';
import type { Part } from './parts.ts';

/** A list on its way to a gateway. */
export interface Upload {
  readonly gateway: Gateway;
  /** Selector and choices, as the query has them. */
  readonly query: StartQuery;
  /** Makes the same recall of a request that is sent twice. */
  readonly idempotencyKey: string;
  readonly parts: AsyncIterable<Part>;
  readonly perseverance: Perseverance;
  /** The recall is there, and has taken in so many bytes. */
  readonly onProgress: (progress: { readonly recallId: string; readonly bytes: number }) => void;
}

/**
 * Sends a list part by part. A part whose connection breaks goes on where the gateway says that its list stands.
 * Throws {@link GatewayError}, and the signal's reason once it is aborted.
 */
export async function sendList(upload: Upload): Promise<RecallAnswer> {
  const patience = createPatience(upload.perseverance);
  let answer: RecallAnswer | undefined;
  for await (const part of upload.parts) {
    answer =
      answer === undefined
        ? await begin(upload, { part, patience })
        : await goOn(upload, { part, patience, recallId: answer.recallId });
    patience.reset();
    upload.onProgress({ recallId: answer.recallId, bytes: part.offset + part.bytes.length });
  }
  if (answer === undefined) throw new Error('a list has at least one part');
  return answer;
}

const NDJSON = { 'Content-Type': 'application/x-ndjson' };

const completeness = (isLast: boolean): '?0' | '?1' => (isLast ? '?1' : '?0');

interface Beginning {
  readonly part: Part;
  readonly patience: Patience;
}

/** With the same key it is the same recall, and a list that did not arrive whole begins anew. */
async function begin(
  { gateway, query, idempotencyKey, perseverance: { signal } }: Upload,
  { part, patience }: Beginning,
): Promise<RecallAnswer> {
  for (;;) {
    try {
      return recallIn(
        await gateway.api.POST('/v1/apps/{app}/recalls', {
          params: {
            path: { app: gateway.app },
            query,
            header: { 'Idempotency-Key': idempotencyKey, 'Upload-Complete': completeness(part.isLast) },
          },
          headers: NDJSON,
          body: '',
          bodySerializer: () => part.bytes,
          signal,
        }),
        gateway,
      );
    } catch (error) {
      await patience.wait(error);
    }
  }
}

interface GoingOn extends Beginning {
  readonly recallId: string;
}

async function goOn(upload: Upload, { part, patience, recallId }: GoingOn): Promise<RecallAnswer> {
  const { gateway } = upload;
  let from = part.offset;
  for (;;) {
    try {
      return await patch(upload, { part, from, recallId });
    } catch (error) {
      if (!isOffsetProblem(error)) await patience.wait(error);
    }
    const standing = await standingOf(upload, { recallId, patience });
    if (standing.isComplete) return readRecall(gateway, recallId);
    const end = part.offset + part.bytes.length;
    if (standing.offset < part.offset || standing.offset > end) {
      throw new GatewayError(
        `the list of recall ${recallId} stands at ${standing.offset} bytes at the gateway, where ${from} were taken in before: somebody else has sent to it, and nothing of it was sent to the vendor; drop it (${gateway.commands.forget(recallId)}) and begin anew`,
      );
    }
    // All that this part had to say has arrived, but for the last one's word that it is the last
    if (standing.offset === end && !part.isLast) return readRecall(gateway, recallId);
    from = standing.offset;
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

interface Standing {
  readonly offset: number;
  readonly isComplete: boolean;
}

async function standingOf(
  { gateway: { api, app, host }, perseverance: { signal } }: Upload,
  { recallId, patience }: { readonly recallId: string; readonly patience: Patience },
): Promise<Standing> {
  for (;;) {
    try {
      const { response } = await api.HEAD('/v1/apps/{app}/recalls/{id}/targets', {
        params: { path: { app, id: recallId } },
        signal,
      });
      const offset = response.headers.get('Upload-Offset') ?? '';
      if (!/^\d+$/.test(offset)) {
        throw new GatewayError(`the gateway ${host} does not say how far the list of recall ${recallId} is`);
      }
      return { offset: Number(offset), isComplete: response.headers.get('Upload-Complete') === '?1' };
    } catch (error) {
      await patience.wait(error);
    }
  }
}
