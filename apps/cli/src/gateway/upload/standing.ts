import { GatewayError } from '../gateway-error.ts';
import type { Patience } from '../persevere.ts';
import type { Part } from './parts.ts';
import type { Standing, Upload } from './upload.ts';

/** Asks how far a list is. */
export async function standingOf(
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
/** Where the list stands neither before nor behind this part, it is not this upload that it stands by. */
export function refuseForeign(
  { offset }: Standing,
  {
    part,
    upload: { gateway },
    recallId,
  }: { readonly part: Part; readonly upload: Upload; readonly recallId: string },
): void {
  const end = part.offset + part.bytes.length;
  if (offset >= part.offset && offset <= end) return;
  throw new GatewayError(
    `the list of recall ${recallId} stands at ${offset} bytes at the gateway, where ${part.offset} to ${end} were to be: somebody else has sent to it, or it was begun with another list, and nothing of it was sent to the vendor; drop it (${gateway.commands.forget(recallId)}) and begin anew`,
  );
}
