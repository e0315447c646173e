import { hasCode, UnpushError } from '@unpush/core';

/** What is known of a refusal, or of an answer that did not come. */
export interface GatewayErrorFacts {
  /** The HTTP status; absent where no answer came. */
  readonly status?: number;
  /** The kind of problem, as the end of its `type` names it. */
  readonly kind?: string;
  /** How long to wait, where that was said. */
  readonly retryAfterMs?: number;
  /** Where the list stands at the gateway, in bytes. */
  readonly offset?: number;
  /** The recall that it is about. */
  readonly recallId?: string;
  readonly cause?: unknown;
}

/** A recall gateway refused, cannot be reached, or is none. The message says what to do. */
export class GatewayError extends UnpushError {
  override readonly name = 'GatewayError';
  readonly code = 'GATEWAY';
  readonly facts: GatewayErrorFacts;

  constructor(message: string, facts: GatewayErrorFacts = {}) {
    super(message, 'cause' in facts ? { cause: facts.cause } : {});
    this.facts = facts;
  }

  static override isInstance(error: unknown): error is GatewayError {
    return hasCode(error, 'GATEWAY');
  }
}

/** Whether the gateway may have done what it was asked for: no answer came, or one of something broken. */
export function isInDoubt(error: unknown): error is GatewayError {
  if (!GatewayError.isInstance(error)) return false;
  const { status } = error.facts;
  return status === undefined ? 'cause' in error.facts : status >= 500 && !isForGood(error);
}

/** Only whoever runs the gateway can mend these, and nothing was done: it could not even begin. */
const FOR_GOOD: ReadonlySet<string> = new Set([
  'gateway-misconfigured',
  'invalid-credential',
  'invalid-settings',
  'input-unavailable',
  'not-allowed-at-vendor',
  'record-unusable',
]);

/** Whether waiting and asking again mends nothing. */
export const isForGood = ({ facts: { kind = '' } }: GatewayError): boolean => FOR_GOOD.has(kind);
