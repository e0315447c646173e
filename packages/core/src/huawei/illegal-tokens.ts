import * as z from 'zod';
import type { Batch } from '../batch/batch.ts';
import { parseJson } from './answer-body.ts';

/** The detail that can stand, as JSON, inside an answer's `msg`. */
export interface IllegalTokens {
  /** Of this batch's targets: which are refused, and why. */
  readonly reasons: ReadonlyMap<string, string>;
  /** How many tokens it names that are not in the batch. */
  readonly foreign: number;
  readonly success?: number;
  readonly failure?: number;
}

const count = z.coerce.number().int().min(0).optional().catch(undefined);
const detailSchema = z.object({
  illegalTokens: z.record(z.string(), z.array(z.string())),
  success: count,
  failure: count,
});

/** Reads the list of refused tokens out of `msg`, or `undefined` if there is none. */
export function readIllegalTokens(message: string | undefined, batch: Batch): IllegalTokens | undefined {
  // Nearly every answer is "Success": a parser that throws over it costs more than the rest of the reading
  if (message?.trimStart().startsWith('{') !== true) return undefined;
  // The vendor's own sample has stray spaces in its keys
  const detail = detailSchema.safeParse(trimKeys(parseJson(message)));
  if (!detail.success) return undefined;
  const ours = new Set(batch.targets());
  const reasons = new Map<string, string>();
  let foreign = 0;
  for (const [reason, tokens] of Object.entries(detail.data.illegalTokens)) {
    for (const token of tokens) {
      if (ours.has(token)) reasons.set(token, reason.trim());
      else foreign += 1;
    }
  }
  const { success, failure } = detail.data;
  return {
    reasons,
    foreign,
    ...(success !== undefined && { success }),
    ...(failure !== undefined && { failure }),
  };
}

function trimKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.trim(), inner as unknown]));
}
