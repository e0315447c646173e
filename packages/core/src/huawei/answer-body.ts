import * as z from 'zod/mini';
import { nameFromOutside, requestIdFromOutside, wordsFromOutside } from '../display/from-outside.ts';
import { lenientText } from '../json/lenient-text.ts';
import { orAbsent } from '../json/or-absent.ts';
import { parseJson } from '../json/parse-json.ts';

/** The fields of an answer that could be read. */
export interface HuaweiBody {
  readonly code?: string;
  /** The vendor's words, fit to be shown. */
  readonly message?: string;
  readonly requestId?: string;
  /** `msg` as it came: it can be a list of whole tokens, so it is read and never shown. */
  readonly detail?: string;
}

const jsonText = z.pipe(
  z.record(z.string(), z.unknown()),
  z.transform((value) => JSON.stringify(value)),
);

/** Lenient on purpose: a field of an unexpected type is as good as absent, and further fields do not matter. */
const bodySchema = z.object({
  code: lenientText,
  // Seen as text with JSON inside; an answer that carries the JSON itself means the same
  msg: orAbsent(z.union([z.string(), jsonText])),
  requestId: lenientText,
});

/**
 * Reads an answer's body, or `undefined` if it is no JSON object.
 *
 * Whoever answers can echo what was sent, the JWT included: what is shown is made fit for it here, once.
 */
export function readBody(body: string): HuaweiBody | undefined {
  const parsed = bodySchema.safeParse(parseJson(body));
  if (!parsed.success) return undefined;
  const { code, msg, requestId } = parsed.data;
  return {
    ...(code !== undefined && { code: nameFromOutside(code.trim()) }),
    ...(msg !== undefined && { message: wordsFromOutside(msg), detail: msg }),
    ...(requestId !== undefined && { requestId: requestIdFromOutside(requestId) }),
  };
}
