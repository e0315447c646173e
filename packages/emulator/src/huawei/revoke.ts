import type { Call } from './call.ts';
import { checkApp } from './checks/app.ts';
import { checkAuthorization } from './checks/authorization.ts';
import { checkBodySize } from './checks/body-size.ts';
import { checkContentType } from './checks/content-type.ts';
import { checkPushType } from './checks/push-type.ts';
import { checkQuota } from './checks/quota.ts';
import { checkRevokeBody } from './checks/revoke-body.ts';
import { checkRevokeTokens } from './checks/revoke-tokens.ts';
import { checkTokenCount } from './checks/token-list.ts';
import { type Notes, type Reply, noteCredential } from './operation.ts';
import { Refusal } from './refusal.ts';
import { takeBack } from './take-back.ts';
import type { HuaweiWorld } from './world.ts';

/**
 * `POST /v1/{clientId}/messages:revoke`. The order of the checks is that of the README's list.
 *
 * @throws Refusal at the first check that does not hold; nothing has been done then.
 * @throws FlowControl if the app is over its quota.
 */
export async function revoke(call: Call, world: HuaweiWorld, notes: Notes): Promise<Reply> {
  checkContentType(call);
  const credential = await checkAuthorization(call, world);
  noteCredential(notes, credential);
  const app = checkApp(call, credential, world);
  if (!app.mayRevoke) throw new Refusal('80300032');
  const pushType = checkPushType(call);
  checkBodySize(call);
  const { notifyId } = checkRevokeBody(call);
  checkTokenCount(call);
  checkQuota(app.clientId, call.tokens.length, world);
  const tokens = checkRevokeTokens(call, app.clientId, world);
  return takeBack({ clientId: app.clientId, notifyId, pushType, tokens }, world);
}
