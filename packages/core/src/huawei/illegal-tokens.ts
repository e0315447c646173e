import * as z from 'zod/mini';
import type { Batch } from '../batch/batch.ts';
import { nameFromOutside } from '../display/from-outside.ts';
import { orAbsent } from '../json/or-absent.ts';
import { parseJson } from '../json/parse-json.ts';
import { NONE_REJECTED } from '../revoker/verdict.ts';

/** The detail that can stand, as JSON, inside an answer's `msg`. */
export interface IllegalTokens {
  /** Whether there is a list of refused tokens; `unreadable`: there seems to be, in a shape nobody documents. */
  readonly list: 'read' | 'absent' | 'unreadable';
  /** Of this batch's targets: which are refused, and why. Empty unless the list was read. */
  readonly reasons: ReadonlyMap<string, string>;
  /** How many tokens the list names that are not in the batch. */
  readonly foreign: number;
  /** How many targets were taken, and how many refused, where the detail says so. */
  readonly success?: number;
  readonly failure?: number;
}

const digits = z.pipe(z.string().check(z.regex(/\d/)), z.transform(Number));
const count = orAbsent(z.pipe(z.union([z.number(), digits]), z.int().check(z.gte(0))));

/** Under the names that {@link plainName} makes of the vendor's. */
const countsSchema = z.object({ success: count, failure: count });
const listSchema = z.record(z.string(), z.array(z.string()));

const NO_NAMES = { reasons: NONE_REJECTED, foreign: 0 } as const;

/** Reads the list of refused tokens, and the counts beside it, out of `msg`. */
export function readIllegalTokens(detail: string | undefined, batch: Batch): IllegalTokens {
  // Nearly every answer is "Success": a parser that throws over it costs more than the rest of the reading
  if (detail?.trimStart().startsWith('{') !== true) return { list: 'absent', ...NO_NAMES };
  const fields = fieldsOf(parseJson(detail));
  if (fields === undefined) return { list: 'unreadable', ...NO_NAMES };
  const { success, failure } = countsSchema.parse(fields);
  return {
    ...readList(fields['illegaltokens'], batch),
    ...(success !== undefined && { success }),
    ...(failure !== undefined && { failure }),
  };
}

function readList(given: unknown, batch: Batch): IllegalTokens {
  if (isNoList(given)) return { list: 'absent', ...NO_NAMES };
  const named = listSchema.safeParse(given);
  if (!named.success) return { list: 'unreadable', ...NO_NAMES };
  const ours = new Set(batch.targets());
  const reasons = new Map<string, string>();
  let foreign = 0;
  for (const [reason, tokens] of Object.entries(named.data)) {
    for (const token of tokens.map((name) => name.trim())) {
      if (ours.has(token)) reasons.set(token, nameFromOutside(reason.trim()));
      else foreign += 1;
    }
  }
  return { list: 'read', reasons, foreign };
}

const isNoList = (given: unknown): boolean =>
  given === undefined || given === null || (Array.isArray(given) && given.length === 0);

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const fields: readonly (readonly [string, unknown])[] = Object.entries(value);
  return Object.fromEntries(fields.map(([name, inner]) => [plainName(name), inner]));
}

/** The vendor's own sample has stray spaces in its names, and its older API wrote `illegal_tokens`. */
const plainName = (name: string): string => name.trim().toLowerCase().replaceAll('_', '');
