import type { Context } from 'hono';
import type * as z from 'zod';
import { Problem } from './problem.ts';

/**
 * The body of a request, as the schema wants it. An empty body is an empty object.
 *
 * @throws Problem 400 if it is not JSON; ZodError if it is not of the shape.
 */
export async function readJson<T>(context: Context, schema: z.ZodType<T>): Promise<T> {
  const text = await context.req.text();
  return schema.parse(text === '' ? {} : parse(text));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Problem(400, `The body is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
