import type { Call } from '../call.ts';
import { illegalPayload } from '../refusal.ts';

/** `application/json`, with or without parameters. */
export function checkContentType({ headers }: Call): void {
  const mediaType = (headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') throw illegalPayload('Content-Type must be application/json');
}
