import { GatewayRefusal } from '../answers/refusals.ts';
import type { MpaasBehaviour } from '../behaviour.ts';
import type { Call } from '../call.ts';
import { rpcSignature } from '../signature/rpc-sha1.ts';
import { unknownAlgorithm } from './acs3-proof.ts';
import type { Proof } from './proof.ts';

/** The older signature: everything in parameters, of the query or of the body. */
export function readRpcProof(call: Call, behaviour: MpaasBehaviour): Proof {
  const accessKeyId = wanted(call, 'AccessKeyId');
  const method = wanted(call, 'SignatureMethod');
  const version = wanted(call, 'SignatureVersion');
  if (method !== 'HMAC-SHA1' || version !== '1.0') {
    throw unknownAlgorithm(`${method} in version ${version}`, behaviour);
  }
  return {
    accessKeyId,
    date: wanted(call, 'Timestamp'),
    nonce: wanted(call, 'SignatureNonce'),
    securityToken: call.parameters.get('SecurityToken'),
    signature: wanted(call, 'Signature'),
    sign: async (hmac) => ({
      signature: await rpcSignature({ method: call.method, parameters: call.all }, hmac),
      tip: 'Sign the parameters of query and body together, without Signature.',
    }),
  };
}

function wanted({ parameters }: Call, name: string): string {
  const value = parameters.text(name);
  if (value === '') throw new GatewayRefusal(`Missing${name}`);
  return value;
}
