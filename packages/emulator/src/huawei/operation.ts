import type { RequestFacts } from '../world/request-log.ts';
import type { Credential } from './jwt/verify-jwt.ts';

/** What an endpoint says to a request that passed its checks. */
export interface Reply {
  /** A code of the vendor's, or one that a setting names. */
  readonly code: string;
  readonly message: string;
}

/** What an endpoint notes for the request log on its way. */
export interface Notes {
  credential?: NonNullable<RequestFacts['credential']>;
}

/** Notes which credential it was, and nothing that could be used as one. */
export function noteCredential(notes: Notes, { key, issuedAt, expiresAt }: Credential): void {
  notes.credential = { keyId: key.keyId, issuedAt, expiresAt };
}
