import { batchOf, type MpaasCode, type Verdict } from '@unpush/core';
import { createMpaasRevoker } from '@unpush/transport';
import { failure } from '../../../findings/failure.ts';
import type { Finding } from '../../../findings/finding.ts';
import type { Way } from '../../rooms/connection-room.ts';
import { judgeProbe, type ProbeWords } from '../../rooms/judge-probe.ts';
import { nobody } from './nobody.ts';
import type { Signer } from './signature.ts';

/** The gateway knows no such key, or the service no such app. */
const REFUSING = [
  '-1',
  '3007',
  '8012',
  'SignatureDoesNotMatch',
  'InvalidAccessKeyId.NotFound',
  'InvalidAccessKeyId.Inactive',
] as const satisfies readonly MpaasCode[];

const WORDS: ProbeWords = {
  vendor: 'mpaas',
  tried: 'access key, app and workspace',
  refused: { words: 'Access key, app id or workspace id are refused', codes: new Set(REFUSING) },
  proves: isOfTheService,
};

/**
 * Sends a revoke that can touch nobody: a message that was never sent, to a target that nobody has. A service that
 * takes it, or finds fault with either, has looked at access key and app before, and let them pass.
 */
export async function checkProbe({ app, accessKey }: Signer, way: Way): Promise<Finding> {
  const { selector, target } = nobody();
  try {
    const revoker = createMpaasRevoker({ ...app, ...way, accessKey });
    const attempt = (): Promise<Verdict> => revoker.attempt(selector, batchOf([target]));
    const first = await attempt();
    if (first.advice !== 'renew' || first.credentialId === undefined) return judgeProbe(first, WORDS);
    // As a recall does: once our clock was refused, requests are signed by the vendor's
    await revoker.renewCredential(first.credentialId);
    return judgeProbe(await attempt(), WORDS);
  } catch (error) {
    return failure(error);
  }
}

/**
 * Flow control and faults can come from before the app was looked at; so can the gateway's own codes, which are words
 * where the service's are numbers.
 */
function isOfTheService({ code, about }: Verdict): boolean {
  if (code === undefined) return false;
  return about === 'success' || (/^\d+$/.test(code) && (about === 'request' || about === 'target'));
}
