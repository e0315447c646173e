import { GatewayRefusal, ServiceRefusal } from '../answers/refusals.ts';
import type { MpaasBehaviour } from '../behaviour.ts';
import type { Call } from '../call.ts';
import { ACS3, acs3Signature, acs3StringToSign } from '../signature/acs3.ts';
import { sha256Hex } from '../signature/hex.ts';
import { parseAuthorization } from '../signature/parse-authorization.ts';
import type { Proof, Signed } from './proof.ts';
import { checkSignedHeaders } from './signed-headers.ts';

/** The name that the gateway's `Missing…` gives to what these headers carry. */
const MISSING = {
  'x-acs-date': 'MissingTimestamp',
  'x-acs-signature-nonce': 'MissingSignatureNonce',
} as const;

/** The newer signature: `Authorization: ACS3-HMAC-SHA256 …`, the rest in `x-acs-` headers. */
export function readAcs3Proof(call: Call, authorization: string, behaviour: MpaasBehaviour): Proof {
  const parsed = parseAuthorization(authorization);
  if (parsed === undefined) {
    throw new GatewayRefusal(
      'IncompleteSignature',
      `Authorization must be "${ACS3} Credential=ID,SignedHeaders=a;b,Signature=HEX".`,
    );
  }
  if (parsed.algorithm !== ACS3) throw unknownAlgorithm(parsed.algorithm, behaviour);
  const date = wanted(call, 'x-acs-date');
  const nonce = wanted(call, 'x-acs-signature-nonce');
  const securityToken = call.headers.get('x-acs-security-token') ?? undefined;
  checkSignedHeaders(parsed.signedHeaders, call);
  return {
    accessKeyId: parsed.accessKeyId,
    date,
    nonce,
    securityToken,
    signature: parsed.signature,
    sign: async (hmac): Promise<Signed> => {
      const bodyHash = await checkBodyHash(call, behaviour);
      const stringToSign = await acs3StringToSign({
        method: call.method,
        path: call.path,
        query: call.query,
        signedHeaders: parsed.signedHeaders.map((name) => [name, headerOf(call, name)]),
        bodyHash,
      });
      const tip = `The server's string to sign is ${JSON.stringify(stringToSign)}.`;
      return { signature: await acs3Signature(stringToSign, hmac), tip };
    },
  };
}

/** An algorithm that the emulator does not verify, the vendor's RSA included. */
export function unknownAlgorithm(algorithm: string, { signatureErrors }: MpaasBehaviour): Error {
  return signatureErrors === 'service'
    ? new ServiceRefusal('3033')
    : new GatewayRefusal('IncompleteSignature', `The emulator does not know the algorithm ${algorithm}.`);
}

function wanted({ headers }: Call, name: keyof typeof MISSING): string {
  const value = headers.get(name) ?? '';
  if (value === '') throw new GatewayRefusal(MISSING[name], `The header ${name} is missing.`);
  return value;
}

function headerOf({ headers, host }: Call, name: string): string {
  return name === 'host' ? host : (headers.get(name) ?? '');
}

async function checkBodyHash({ headers, rawBody }: Call, behaviour: MpaasBehaviour): Promise<string> {
  const bodyHash = await sha256Hex(rawBody);
  if (headers.get('x-acs-content-sha256') === bodyHash) return bodyHash;
  throw behaviour.signatureErrors === 'service'
    ? new ServiceRefusal('-1')
    : new GatewayRefusal('SignatureDoesNotMatch', `x-acs-content-sha256 must be ${bodyHash}.`);
}
