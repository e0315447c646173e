import { recallIn } from '../client/open-gateway.ts';
import { createPatience } from '../persevere.ts';
import { goOn } from './go-on.ts';
import { completeness, NDJSON, takenBy, type Sending, type Sent, type Taken, type Upload } from './upload.ts';

/**
 * Sends a list part by part, from where the gateway says that it stands: a part whose connection breaks goes on, and of
 * one that an earlier call has sent, only the first part is sent again. Throws {@link GatewayError}, and the signal's
 * reason once it is aborted.
 */
export async function sendList(upload: Upload): Promise<Sent> {
  const patience = createPatience(upload.perseverance);
  let taken: Taken | undefined;
  for await (const part of upload.parts) {
    const end = part.offset + part.bytes.length;
    taken =
      taken === undefined
        ? await begin(upload, { part, patience })
        : await goOn(upload, { part, patience, taken });
    patience.reset();
    const { recallId, standing } = taken;
    upload.onProgress({ recallId, bytes: Math.max(end, standing.offset) });
    if (standing.isComplete) break;
  }
  if (taken === undefined) throw new Error('a list has at least one part');
  return taken;
}

/** With the same key it is the same recall, and what has come of its list before may be more than this part. */
async function begin(
  { gateway, query, idempotencyKey, length, perseverance: { signal } }: Upload,
  { part, patience }: Sending,
): Promise<Taken> {
  for (;;) {
    try {
      const answer = recallIn(
        await gateway.api.POST('/v1/apps/{app}/recalls', {
          params: {
            path: { app: gateway.app },
            query,
            header: {
              'Idempotency-Key': idempotencyKey,
              'Upload-Complete': completeness(part.isLast),
              'Upload-Length': length,
            },
          },
          headers: NDJSON,
          body: '',
          bodySerializer: () => part.bytes,
          signal,
        }),
        gateway,
      );
      return takenBy(answer, part);
    } catch (error) {
      await patience.wait(error);
    }
  }
}
