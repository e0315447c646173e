import type { RegisteredAccessKey } from '../accounts/access-keys.ts';
import { GatewayRefusal } from '../answers/refusals.ts';
import type { Call } from '../call.ts';
import type { MpaasWorld } from '../world.ts';
import type { Proof } from './proof.ts';

/** A known key that is not disabled. */
export function checkAccessKey({ accessKeyId }: Proof, { accessKeys }: MpaasWorld): RegisteredAccessKey {
  const key = accessKeys.get(accessKeyId);
  if (key === undefined) throw new GatewayRefusal('InvalidAccessKeyId.NotFound');
  if (!key.facts.active) throw new GatewayRefusal('InvalidAccessKeyId.Inactive');
  return key;
}

/** A session sends its token along, and has not ended. A key that is no session sends none. */
export function checkSession({ securityToken }: Proof, { facts }: RegisteredAccessKey, call: Call): void {
  if (facts.securityToken !== undefined && securityToken === undefined) {
    throw new GatewayRefusal('MissingSecurityToken');
  }
  if (facts.securityToken !== securityToken) {
    throw new GatewayRefusal('InvalidSecurityToken.MismatchWithAccessKey');
  }
  if (facts.expiresAt !== undefined && facts.expiresAt <= call.serverTime) {
    throw new GatewayRefusal('InvalidSecurityToken.Expired');
  }
}
