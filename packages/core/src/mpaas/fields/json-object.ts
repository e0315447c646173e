import * as z from 'zod/mini';
import { show } from '../../display/show.ts';
import { isObject } from './text-map.ts';

/** An object of JSON, as its text: the form in which Message Push takes what has fields of its own. */
export function jsonObjectSchema(what: string): z.ZodMiniType<string> {
  return z.pipe(
    z.unknown(),
    z.transform((given, context): string => {
      const json = isObject(given) ? stringify(given) : undefined;
      if (json !== undefined) return json;
      const message = `must be ${what} (an object of JSON), but is ${show(given)}`;
      context.issues.push({ code: 'custom', input: given, message });
      return z.NEVER;
    }),
  );
}

/** `undefined` for what JSON has no form for: circles, big integers, a `toJSON` that gives nothing. */
function stringify(value: object): string | undefined {
  try {
    const json: unknown = JSON.stringify(value); // typed as always a string, which it is not
    return typeof json === 'string' && json.startsWith('{') ? json : undefined;
  } catch {
    return undefined;
  }
}
