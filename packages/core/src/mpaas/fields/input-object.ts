import * as z from 'zod/mini';
import { show } from '../../display/show.ts';

/**
 * What a caller gives: just these fields, so that a slip of the pen is no silent omission. `what` it must be is the end
 * of "must be …".
 */
export function inputObject<S extends z.core.$ZodLooseShape>(
  shape: S,
  what?: string,
): z.ZodMiniObject<S, z.core.$strict> {
  const fields = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `has no field ${issue.keys.map((key) => JSON.stringify(key)).join(', ')}: its fields are ${fields}`
        : `must be ${what ?? `an object with ${fields}`}, but is ${show(issue.input)}`,
  });
}
