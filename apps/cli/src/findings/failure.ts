import { UnpushError } from '@unpush/core';
import type { Finding } from './finding.ts';

/** A finding of what was thrown: our errors say what is wrong and what to do. Bugs are thrown on. */
export function failure(error: unknown): Finding {
  if (UnpushError.isInstance(error)) return { status: 'fail', detail: error.message };
  throw error;
}

/** What a system call's error is called, such as `ECONNREFUSED`; never its text, which may name anything. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'no code';
