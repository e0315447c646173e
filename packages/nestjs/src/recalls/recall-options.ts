import { InvalidRequestError, show } from '@unpush/core';

/** Which recalls are listed. */
export interface RecallFilter {
  /** Of which app. Default: of all apps of the module. */
  readonly app?: string;
  /** By whether every target has its final outcome. */
  readonly finished?: boolean;
  /** The most that are listed, from 1. Default 100. */
  readonly limit?: number;
}

/** How a recall is watched. */
export interface WatchOptions {
  /** Ends the watching; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** How often it is looked at, in milliseconds, from 100 to a day. Default 1000. */
  readonly intervalMs?: number;
}

/** How a recall goes on. */
export interface ResumeOptions {
  /** Whether targets whose outcome is `unknown` are tried again. Default false. */
  readonly retryUnknown?: boolean;
}

/** What a report tells. */
export interface ReportOptions {
  /** A line for accepted targets as well. Default false. */
  readonly all?: boolean;
}

const LEAST_INTERVAL_MS = 100;
const LONGEST_INTERVAL_MS = 86_400_000;

/** Throws `InvalidRequestError`. */
export function checkInterval(intervalMs: number): void {
  if (intervalMs >= LEAST_INTERVAL_MS && intervalMs <= LONGEST_INTERVAL_MS) return;
  const problem = `must be a time in milliseconds, from ${LEAST_INTERVAL_MS} to ${LONGEST_INTERVAL_MS}; got ${show(intervalMs)}`;
  throw new InvalidRequestError([{ field: 'intervalMs', problem }]);
}

/** Throws `InvalidRequestError`. */
export function checkLimit(limit: number): void {
  if (Number.isInteger(limit) && limit >= 1) return;
  const problem = `must be a whole number, 1 or more; got ${show(limit)}`;
  throw new InvalidRequestError([{ field: 'limit', problem }]);
}
