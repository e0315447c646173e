/**
 * What a machine does about a vendor's code. Decided once, in the catalog.
 *
 * - `done` the request was accepted; targets named in {@link Verdict.rejected} were not
 * - `retry` the same again, later (`about: 'quota'`: slower, and without using up an attempt)
 * - `renew` a new credential, once per credential
 * - `split` the batch holds a bad target: divide it
 * - `shrink` the vendor takes fewer targets a request than we sent
 * - `reject` the named targets are refused; those that were not named are sent again
 * - `fix` the request is wrong for every target; once the selector was accepted elsewhere, `split`
 * - `stop` nothing can work with this configuration
 */
export type Advice = 'done' | 'retry' | 'renew' | 'split' | 'shrink' | 'reject' | 'fix' | 'stop';

/** What a code is about, for people and for counters. */
export type About =
  'success' | 'request' | 'credential' | 'permission' | 'target' | 'quota' | 'vendor-fault' | 'unknown';
