import { batchOf, type Verdict } from '@unpush/core';
import { createMpaasRevoker } from '@unpush/transport';
import { failure } from '../../../findings/failure.ts';
import type { Finding } from '../../../findings/finding.ts';
import type { Way } from '../../rooms/connection-room.ts';
import { judgeProbe, type ProbeWords } from '../../rooms/judge-probe.ts';
import { nobody } from './nobody.ts';
import type { Signer } from './signature.ts';

const WORDS: ProbeWords = {
  vendor: 'mpaas',
  tried: 'access key, app and workspace',
  refused: 'Access key, app id or workspace id are refused',
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
    return judgeProbe(await revoker.attempt(selector, batchOf([target])), WORDS);
  } catch (error) {
    return failure(error);
  }
}

/** Flow control and faults can come from before the app was looked at. */
function isOfTheService({ code, about }: Verdict): boolean {
  return code !== undefined && (about === 'success' || about === 'request' || about === 'target');
}
