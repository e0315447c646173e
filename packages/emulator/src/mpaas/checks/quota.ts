import { OverQuota } from '../answers/refusals.ts';
import { keyOf } from '../accounts/app-name.ts';
import type { Call } from '../call.ts';
import type { MpaasWorld } from '../world.ts';

/** Counts the request against the quota of the app that it names, whatever becomes of it afterwards. */
export function checkQuota({ parameters }: Call, { quotas, clock }: MpaasWorld): void {
  const app = keyOf({ appId: parameters.text('AppId'), workspaceId: parameters.text('WorkspaceId') });
  const refusing = quotas.refusal(app, 1, clock.monotonic());
  if (refusing === undefined) return;
  const { code = 'Throttling.User', status, retryAfterMs } = refusing;
  throw new OverQuota({ code, status, retryAfterMs });
}
