import type { RegisteredAccessKey } from '../accounts/access-keys.ts';
import { GatewayRefusal, ServiceRefusal } from '../answers/refusals.ts';
import type { MpaasWorld } from '../world.ts';
import type { Proof } from './proof.ts';

/** The signature is the one that the key gives. */
export async function checkSignature(
  proof: Proof,
  { hmac }: RegisteredAccessKey,
  { behaviour }: MpaasWorld,
): Promise<void> {
  const { signature, tip } = await proof.sign(hmac);
  if (signature === proof.signature) return;
  throw behaviour.signatureErrors === 'service'
    ? new ServiceRefusal('-1')
    : new GatewayRefusal('SignatureDoesNotMatch', tip);
}
