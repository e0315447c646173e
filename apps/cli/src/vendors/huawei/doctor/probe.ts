import { batchOf, maskSecrets, type Verdict } from '@unpush/core';
import { createHuaweiClient, type HuaweiClientOptions } from '@unpush/transport';
import { randomBytes, randomInt } from 'node:crypto';
import type { Finding } from '../../../commands/doctor/check.ts';
import { failure } from '../../../commands/doctor/failure.ts';

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
    return judge(await createHuaweiClient(options).revoker.attempt(selector, batchOf([token])));
  } catch (error) {
    return failure(error);
  }
}

function judge(verdict: Verdict): Finding {
  const { code, httpStatus, requestId, message, failure: missing } = verdict;
  if (missing !== undefined && httpStatus === undefined)
    return { status: 'fail', detail: message ?? missing };
  const answer = [code, ...(httpStatus === undefined ? [] : [`HTTP ${httpStatus}`])]
    .filter(Boolean)
    .join(', ');
  const words = message === undefined ? '' : ` "${maskSecrets(message)}"`;
  const facts = {
    ...(code !== undefined && { code }),
    ...(httpStatus !== undefined && { httpStatus }),
    ...(requestId !== undefined && { requestId }),
  };
  const found = { detail: `answered ${answer}${words}`, facts };
  if (isRefused(verdict)) {
    return {
      status: 'fail',
      ...found,
      remedy: `Credentials or client id are refused: unpush explain ${code ?? httpStatus ?? ''}`,
    };
  }
  // Without a code it may have been a proxy that answered
  if (code === undefined) {
    return {
      status: 'warn',
      ...found,
      remedy: `That proves nothing about the credentials. Try again; if it stays: unpush explain ${httpStatus ?? ''}`,
    };
  }
  return { status: 'ok', ...found, detail: `credentials and client id are accepted (${found.detail})` };
}

const isRefused = ({ about, httpStatus }: Verdict): boolean =>
  about === 'credential' || about === 'permission' || httpStatus === 404;
