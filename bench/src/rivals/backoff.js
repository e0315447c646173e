// @ts-check
import { setTimeout as sleep } from 'node:timers/promises';

const BASE_MS = 100;
const CAP_MS = 5000;

/**
 * Exponential backoff with full jitter: a random part of 100 ms, 200 ms, 400 ms … 5 s.
 *
 * @param {number} attempt from 0
 */
export async function backOff(attempt) {
  await sleep(Math.random() * Math.min(CAP_MS, BASE_MS * 2 ** attempt));
}

/**
 * Whether the same again may help: flow control, and trouble of the vendor's own.
 *
 * @param {number} status
 */
export const isWorthRetrying = (status) => status >= 500;
