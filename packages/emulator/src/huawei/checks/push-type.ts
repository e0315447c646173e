import type { Call } from '../call.ts';
import { illegalPayload } from '../refusal.ts';

/** The push types that have notifications, and so something to revoke. */
const NOTIFICATIONS = ['0', '2'];
/** Those that messages:send documents besides: card, background, live view, VoIP. */
const OTHERS = ['1', '6', '7', '10'];

/** The `push-type` header: 0 or 2. */
export function checkPushType({ headers, operation }: Call): string {
  const pushType = headers.get('push-type') ?? '';
  if (NOTIFICATIONS.includes(pushType)) return pushType;
  if (operation === 'send' && OTHERS.includes(pushType)) {
    throw illegalPayload(`the emulator does not take push-type ${pushType}, only 0 and 2`);
  }
  throw illegalPayload('The header does not contain valid push-type');
}
