import {
  CredentialError,
  InvalidRequestError,
  NoAnswerError,
  VendorError,
  type About,
  type Failure,
  type UnpushError,
} from '@unpush/core';
import { InputError } from '../intake/input-error.ts';
import { LedgerError, type LedgerProblem } from '../ledger/ledger-error.ts';
import { isOfCaller } from './of-caller.ts';
import type { ErrorKind } from './problem-kind.ts';

/** What an error of ours is to a caller over HTTP. */
export function kindOf(error: UnpushError): ErrorKind {
  if (InvalidRequestError.isInstance(error)) return 'invalid-request';
  if (InputError.isInstance(error)) return isOfCaller(error) ? 'invalid-input' : 'input-unavailable';
  if (LedgerError.isInstance(error)) return find(BY_LEDGER_PROBLEM, error.problem) ?? 'record-unavailable';
  if (VendorError.isInstance(error)) return find(BY_ABOUT, error.verdict.about) ?? 'vendor-fault';
  if (NoAnswerError.isInstance(error)) return find(BY_FAILURE, error.failure) ?? 'no-answer';
  return CredentialError.isInstance(error) ? 'invalid-credential' : 'invalid-settings';
}

/** The error can be of another copy of the package, which knows more than this one. */
const find = (kinds: Readonly<Partial<Record<string, ErrorKind>>>, key: string): ErrorKind | undefined =>
  kinds[key];

const BY_LEDGER_PROBLEM = {
  'not-found': 'recall-not-found',
  exists: 'recall-exists',
  'under-way': 'recall-under-way',
  forgotten: 'recall-forgotten',
  'no-room': 'record-unavailable',
  'read-only': 'record-unavailable',
  unreachable: 'record-unavailable',
  damaged: 'record-unusable',
  'too-new': 'record-unusable',
} as const satisfies Readonly<Record<LedgerProblem, ErrorKind>>;

const BY_ABOUT = {
  // What we sent for the caller was checked before: what is left is which notification, and which targets
  request: 'refused-by-vendor',
  target: 'refused-by-vendor',
  // It is our key and our app at the vendor: nothing that the caller sends can mend it
  credential: 'not-allowed-at-vendor',
  permission: 'not-allowed-at-vendor',
  // Not 429: the caller has not sent too much, all of us together have
  quota: 'vendor-flow-control',
  'vendor-fault': 'vendor-fault',
  unknown: 'vendor-fault',
  success: 'vendor-fault',
} as const satisfies Readonly<Record<About, ErrorKind>>;

const BY_FAILURE: Readonly<Partial<Record<Failure, ErrorKind>>> = {
  'connect-timeout': 'no-answer-in-time',
  timeout: 'no-answer-in-time',
  aborted: 'no-answer-in-time',
};
