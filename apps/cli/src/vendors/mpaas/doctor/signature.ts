import { batchOf, type MpaasApp } from '@unpush/core';
import { createMpaasRevoker, type AccessKey, type HttpSender } from '@unpush/transport';
import { failure } from '../../../findings/failure.ts';
import type { Finding } from '../../../findings/finding.ts';
import { nobody } from './nobody.ts';

/** What a request is signed with. */
export interface Signer {
  readonly app: MpaasApp;
  readonly accessKey: AccessKey;
}

/** Whether a request can be signed, and how long that takes. The request itself goes nowhere. */
export async function checkSignature({ app, accessKey }: Signer): Promise<Finding> {
  let algorithm: string | undefined;
  const send: HttpSender = ({ headers }) => {
    algorithm = /^\S+/.exec(headers['authorization'] ?? '')?.[0];
    return Promise.resolve({ status: 200, headers: { get: () => undefined }, body: '' });
  };
  const { selector, target } = nobody();
  const start = performance.now();
  try {
    await createMpaasRevoker({ ...app, accessKey, send }).attempt(selector, batchOf([target]));
  } catch (error) {
    return failure(error);
  }
  const ms = Math.round((performance.now() - start) * 10) / 10;
  if (algorithm === undefined) return { status: 'fail', detail: 'the request bore no signature' };
  return { status: 'ok', detail: `signed with ${algorithm} in ${ms} ms`, facts: { ms, algorithm } };
}
