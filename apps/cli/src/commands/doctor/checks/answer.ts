import { NoAnswerError } from '@unpush/core';
import type { Endpoint, HttpAnswer, HttpSender } from '@unpush/transport';
import type { Checked, Finding } from '../../../findings/finding.ts';
import { failure } from '../../../findings/failure.ts';
import type { Times } from './clock.ts';

/** Whom to ask. */
export interface Server {
  readonly endpoint: Endpoint;
  /** The path that revokes go to, where it is known; any other path serves as well. */
  readonly path: string | undefined;
  readonly send: HttpSender;
}

/** Asks the server for anything at all, without a credential, the way a revoke would go. Gives what time it was. */
export async function checkAnswer({ endpoint, path = '/', send }: Server): Promise<Checked<Times>> {
  const start = Date.now();
  try {
    const answer = await send(
      { method: 'GET', url: `${endpoint.url}${path}`, headers: {}, body: new Uint8Array() },
      {},
    );
    const end = Date.now();
    const value = { date: answer.headers.get('date'), ourMs: (start + end) / 2 };
    return { finding: describe(answer, end - start), value };
  } catch (error) {
    if (!NoAnswerError.isInstance(error)) throw error;
    return { finding: failure(error) };
  }
}

function describe({ status }: HttpAnswer, ms: number): Finding {
  const facts = { httpStatus: status, ms };
  if (status >= 300 && status < 400) {
    return {
      status: 'warn',
      detail: `redirected (HTTP ${status}), which unpush never follows`,
      remedy: 'Check the endpoint, and whether this network wants a login or a proxy.',
      facts,
    };
  }
  return { status: 'ok', detail: `HTTP ${status} to a request without a credential, in ${ms} ms`, facts };
}
