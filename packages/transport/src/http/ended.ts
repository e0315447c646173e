import { NoAnswerError, type Failure } from '@unpush/core';

/**
 * How far the exchange had come.
 *
 * - `connecting` no byte of the request has left: certain
 * - `unsure` the sender cannot tell (fetch)
 * - `sent` the request, or a part of it, has left
 * - `answering` the answer's head has arrived
 */
export type Phase = 'connecting' | 'unsure' | 'sent' | 'answering';

/** Where an exchange ended without an answer. */
export interface Ending {
  /** Host, and port where it is not the usual one. */
  readonly host: string;
  readonly phase: Phase;
}

/** What is known of an exchange that ended without an answer. */
export interface Ended extends Ending {
  readonly failure: Failure;
  /** What is wrong and what to do: one or two sentences, no secrets. */
  readonly problem: string;
  readonly cause?: unknown;
}

/**
 * The error for a failure that is already understood.
 *
 * It does not say "nothing was sent", not even where that is certain: its words end up in reports of whole
 * recalls, where other requests did arrive. Machines have `mayHaveBeenReceived`.
 */
export function ended({ failure, problem, host, phase, cause }: Ended): NoAnswerError {
  const mayHaveBeenReceived = phase !== 'connecting' && !(phase === 'unsure' && NEVER_LEFT.has(failure));
  const doubt = mayHaveBeenReceived ? ` ${host} may have received the request.` : '';
  return new NoAnswerError(`${problem}${doubt}`, {
    failure,
    mayHaveBeenReceived,
    ...(cause !== undefined && { cause }),
  });
}

/** Failures that come before the first byte of a request, whoever reports them. */
const NEVER_LEFT: ReadonlySet<Failure> = new Set(['dns', 'refused', 'connect-timeout', 'tls']);
