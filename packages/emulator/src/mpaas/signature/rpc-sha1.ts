import { toBase64 } from '../../base64.ts';
import { type Parameter, canonicalQuery } from './canonical-query.ts';
import type { Hmac } from './hmac.ts';
import { percentEncode } from './percent-encode.ts';

/** What the older signature signs: the parameters of query and body together. */
export interface RpcRequest {
  readonly method: string;
  /** Decoded. `Signature` among them is left out. */
  readonly parameters: readonly Parameter[];
}

/** The signature of SignatureVersion 1.0 with HMAC-SHA1, in base64. */
export async function rpcSignature({ method, parameters }: RpcRequest, hmac: Hmac): Promise<string> {
  const signed = parameters.filter(([name]) => name !== 'Signature');
  const stringToSign = `${method}&%2F&${percentEncode(canonicalQuery(signed))}`;
  return toBase64(new Uint8Array(await hmac.sha1(stringToSign)));
}
