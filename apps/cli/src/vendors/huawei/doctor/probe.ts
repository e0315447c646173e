import { batchOf } from '@unpush/core';
import { createHuaweiClient, type HuaweiClientOptions } from '@unpush/transport';
import { randomBytes, randomInt } from 'node:crypto';
import type { Finding } from '../../../findings/finding.ts';
import { failure } from '../../../findings/failure.ts';

import { judgeProbe, type ProbeWords } from '../../rooms/judge-probe.ts';

const WORDS: ProbeWords = {
  vendor: 'huawei',
  tried: 'credentials and client id',
  refused: { words: 'Credentials or client id are refused', codes: new Set(['80200001']) },
  // Without a code it may have been a proxy that answered
  proves: ({ code }) => code !== undefined,
};

/** What a probe is made with. */
export type ProbeOptions = Pick<HuaweiClientOptions, 'serviceAccount' | 'clientId' | 'endpoint' | 'send'>;

/**
 * Sends a revoke that can touch nobody: a token that no phone has, and a random notifyId. A vendor that finds
 * fault with the token has looked at credentials and client id before, and let them pass.
 */
export async function checkProbe(options: ProbeOptions): Promise<Finding> {
  const token = `unpush-doctor-probe-${randomBytes(16).toString('hex')}`;
  const selector = { notifyId: randomInt(2 ** 31), pushType: 'notification' } as const;
  try {
    const verdict = await createHuaweiClient(options).revoker.attempt(selector, batchOf([token]));
    return judgeProbe(verdict, WORDS);
  } catch (error) {
    return failure(error);
  }
}
