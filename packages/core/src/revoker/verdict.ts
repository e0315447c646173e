import type { About, Advice } from './advice.ts';

/** Names a credential without containing it: safe to log, and equal only for the very same credential. */
export type CredentialId = string;

/** Why no usable answer came, or why the one that came could not be read. */
export type Failure =
  | 'dns' // the host name was not found
  | 'refused' // nothing listens there, or no route
  | 'tls' // certificate, host name or protocol version
  | 'connect-timeout' // no connection in time: the request never left
  | 'timeout' // connected, but no whole answer in time
  | 'reset' // the connection broke
  | 'cut' // the answer's body ended early
  | 'html' // a page, not the API: a proxy, a captive portal
  | 'unreadable' // neither JSON of the documented shape nor a page
  | 'aborted'; // the caller gave up waiting

/**
 * Which targets of the batch the vendor refused by themselves: each named one with its reason, or the whole
 * batch by one reason.
 */
export type Rejected = ReadonlyMap<string, string> | { readonly wholeBatch: string };

/** What one exchange means for the targets of its batch. */
export interface Verdict {
  readonly advice: Advice;
  readonly about: About;
  /** The vendor's own code, as text, if a readable one came: masked, at most 64 characters. */
  readonly code?: string;
  /** The vendor's words (masked, in one line, at most 500 characters), or the sender's about a missing answer. */
  readonly message?: string;
  readonly httpStatus?: number;
  /** The vendor's name for the exchange: masked, at most 64 characters. */
  readonly requestId?: string;
  /** With `done`: refused though the request was accepted. With `reject`: refused, the rest was not taken. */
  readonly rejected: Rejected;
  /** How long the vendor asks to wait, in milliseconds. */
  readonly retryAfterMs?: number;
  /** With `shrink`: the most targets the vendor says it takes in one request. */
  readonly allowedTargets?: number;
  /** Whether the vendor may have acted on the request. False only where that is certain. */
  readonly mayHaveBeenReceived: boolean;
  /** Under which credential the request was made; absent if none could be had. */
  readonly credentialId?: CredentialId;
  readonly failure?: Failure;
  /** The vendor's clock minus ours, in milliseconds, where the answer carried a Date. */
  readonly clockSkewMs?: number;
}

/** No target is refused by itself. */
export const NONE_REJECTED: ReadonlyMap<string, string> = new Map();
