import type { MpaasAction } from './actions.ts';
import type { RegisteredAccessKey } from './accounts/access-keys.ts';
import { GatewayRefusal } from './answers/refusals.ts';
import type { Call } from './call.ts';
import { checkAccessKey, checkSession } from './checks/access-key.ts';
import { readAcs3Proof } from './checks/acs3-proof.ts';
import { checkAction } from './checks/action.ts';
import { checkDate } from './checks/clock.ts';
import type { Proof } from './checks/proof.ts';
import { checkQuota } from './checks/quota.ts';
import { checkRequired } from './checks/required.ts';
import { readRpcProof } from './checks/rpc-proof.ts';
import { checkSignature } from './checks/signature.ts';
import type { Notes } from './notes.ts';
import { OPERATIONS } from './operations/operations.ts';
import type { MpaasWorld } from './world.ts';

/** A request that the gateway lets through to the service. */
export interface Passed {
  readonly action: MpaasAction;
  readonly key: RegisteredAccessKey;
}

/**
 * The gateway in front of the service. The order of the checks is that of the README's list.
 *
 * @throws GatewayRefusal at the first check that does not hold; OverQuota if the app is over its quota;
 * ServiceRefusal for a bad signature, if those are the service's to refuse.
 */
export async function passGateway(call: Call, world: MpaasWorld, notes: Notes): Promise<Passed> {
  const { behaviour, nonces, clock } = world;
  const action = checkAction(call);
  const proof = readProof(call, world);
  const date = checkDate(proof.date, call, world);
  const key = checkAccessKey(proof, world);
  checkSession(proof, key, call);
  await checkSignature(proof, key, world);
  const nonce = `${proof.accessKeyId} ${proof.nonce}`;
  if (!nonces.take(nonce, clock.monotonic(), behaviour.nonceSeconds * 1000)) {
    throw new GatewayRefusal('SignatureNonceUsed');
  }
  notes.credential = {
    keyId: key.facts.accessKeyId,
    issuedAt: date / 1000,
    expiresAt: date / 1000 + behaviour.clockSkewSeconds,
  };
  if (!key.facts.mayCall) throw new GatewayRefusal(behaviour.forbiddenCode);
  checkQuota(call, world);
  checkRequired(call, OPERATIONS[action].required, world);
  return { action, key };
}

function readProof(call: Call, { behaviour }: MpaasWorld): Proof {
  const authorization = call.headers.get('authorization');
  return authorization === null
    ? readRpcProof(call, behaviour)
    : readAcs3Proof(call, authorization, behaviour);
}
