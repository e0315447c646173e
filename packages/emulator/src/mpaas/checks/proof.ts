import type { Hmac } from '../signature/hmac.ts';

/** What a request says to show who sends it, nothing checked yet. */
export interface Proof {
  readonly accessKeyId: string;
  /** As it came. */
  readonly date: string;
  readonly nonce: string;
  /** Of a session of STS. */
  readonly securityToken: string | undefined;
  readonly signature: string;
  /** The signature that the request should have, under the key's secret. */
  readonly sign: (hmac: Hmac) => Promise<Signed>;
}

/** A signature, and what helps whoever has another. */
export interface Signed {
  readonly signature: string;
  readonly tip: string;
}
