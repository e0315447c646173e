import { type GatewayCode, gatewayMessage } from './gateway-messages.ts';
import { type MpaasCode, wordsOf } from './messages.ts';

/** Thrown where the gateway in front of the service does not let a request through. */
export class GatewayRefusal extends Error {
  override readonly name = 'GatewayRefusal';
  readonly code: GatewayCode;

  /** @param tip - put behind the vendor's words, for whoever has to find out. */
  constructor(code: GatewayCode, tip?: string) {
    super(tip === undefined ? gatewayMessage(code) : `${gatewayMessage(code)} ${tip}`);
    this.code = code;
  }
}

/** Thrown where the service refuses what a request asks for. */
export class ServiceRefusal extends Error {
  override readonly name = 'ServiceRefusal';
  /** A code of the vendor's, or one that a setting names. */
  readonly code: string;

  /** @param tip - put behind the vendor's words. */
  constructor(code: MpaasCode | (string & {}), tip?: string) {
    const { message } = wordsOf(code);
    super(tip === undefined ? message : `${message} ${tip}`);
    this.code = code;
  }
}

/** Thrown when an app is asked for more than its quota. How it shows is a matter of the quota. */
export class OverQuota extends Error {
  override readonly name = 'OverQuota';
  readonly code: string;
  /** Undefined: that of the code. */
  readonly status: number | undefined;
  /** What `x-acs-retry-after` says, in milliseconds. Undefined: no such header. */
  readonly retryAfterMs: number | undefined;

  constructor(facts: {
    readonly code: string;
    readonly status?: number | undefined;
    readonly retryAfterMs?: number | undefined;
  }) {
    super(`over the quota: ${facts.code}`);
    this.code = facts.code;
    this.status = facts.status;
    this.retryAfterMs = facts.retryAfterMs;
  }
}
