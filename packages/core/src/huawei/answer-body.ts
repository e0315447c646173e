import * as z from 'zod';

/** The fields of an answer that could be read. */
export interface HuaweiBody {
  readonly code?: string;
  readonly message?: string;
  readonly requestId?: string;
}

const text = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined);

/** Lenient on purpose: a field of an unexpected type is as good as absent, and further fields do not matter. */
const bodySchema = z.object({
  code: text,
  // Seen as text with JSON inside; an answer that carries the JSON itself means the same
  msg: z
    .union([z.string(), z.record(z.string(), z.unknown()).transform((value) => JSON.stringify(value))])
    .optional()
    .catch(undefined),
  requestId: text,
});

/** Reads an answer's body, or `undefined` if it is no JSON object. */
export function readBody(body: string): HuaweiBody | undefined {
  const parsed = bodySchema.safeParse(parseJson(body));
  if (!parsed.success) return undefined;
  const { code, msg, requestId } = parsed.data;
  return {
    ...(code !== undefined && { code: code.trim() }),
    ...(msg !== undefined && { message: msg }),
    ...(requestId !== undefined && { requestId }),
  };
}

/** `undefined` for what is no JSON: the document `null` is no answer either, so nothing is lost. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
