import {
  CredentialError,
  InvalidRequestError,
  NoAnswerError,
  VendorError,
  type About,
  type Failure,
  type UnpushError,
} from '@unpush/core';
import { InputError, LedgerError, type LedgerProblem } from '@unpush/recall';
import { isOfCaller } from './of-caller.ts';
import type { ProblemKind } from './problem-kind.ts';

/** What an error of ours is to a caller over HTTP. */
export function kindOf(error: UnpushError): ProblemKind {
  if (InvalidRequestError.isInstance(error)) return 'invalid-request';
  if (InputError.isInstance(error)) return isOfCaller(error) ? 'invalid-input' : 'input-unavailable';
  if (LedgerError.isInstance(error)) return find(BY_LEDGER_PROBLEM, error.problem) ?? 'record-unavailable';
  if (VendorError.isInstance(error)) return find(BY_ABOUT, error.verdict.about) ?? 'vendor-fault';
  if (NoAnswerError.isInstance(error)) return find(BY_FAILURE, error.failure) ?? 'no-answer';
  return CredentialError.isInstance(error) ? 'invalid-credential' : 'invalid-settings';
}

/** The error can be of another copy of the package, which knows more than this one. */
const find = (kinds: Readonly<Partial<Record<string, ProblemKind>>>, key: string): ProblemKind | undefined =>
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
} as const satisfies Readonly<Record<LedgerProblem, ProblemKind>>;

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
} as const satisfies Readonly<Record<About, ProblemKind>>;

const BY_FAILURE: Readonly<Partial<Record<Failure, ProblemKind>>> = {
  'connect-timeout': 'no-answer-in-time',
  timeout: 'no-answer-in-time',
  aborted: 'no-answer-in-time',
};
