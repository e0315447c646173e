import * as z from 'zod/mini';
import { show } from '../../display/show.ts';
import { codeParams } from './code-params.ts';

/** A name and its text. */
export type TextEntry = readonly [name: string, text: string];

/** An object whose values are strings, as its entries: as an object it would lose some names (`__proto__`). */
export function textMapSchema(what: string): z.ZodMiniType<readonly TextEntry[]> {
  return z.pipe(
    z.unknown(),
    z.transform((given, context): readonly TextEntry[] => {
      if (!isObject(given)) {
        const message = `must be ${what} (an object of strings), but is ${show(given)}`;
        context.issues.push({ code: 'custom', input: given, message });
        return z.NEVER;
      }
      return Object.entries(given).flatMap(([name, value]): readonly TextEntry[] => {
        if (typeof value === 'string' && value.isWellFormed() && name.isWellFormed()) return [[name, value]];
        context.issues.push({ code: 'custom', input: value, path: [name], ...problemOf(value) });
        return [];
      });
    }),
  );
}

const problemOf = (value: unknown) =>
  typeof value === 'string'
    ? {
        message: 'must be well-formed text, but holds half a surrogate pair: it was cut within a character',
        ...codeParams('3031'),
      }
    : { message: `must be a string, but is ${show(value)}` };

/** An object with fields: neither `null` nor an array, and no `Map`, whose members are no fields. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  Object.prototype.toString.call(value) === '[object Object]';

/** Entries as the JSON of an object, in their order. */
export const jsonOfEntries = (entries: readonly TextEntry[]): string =>
  `{${entries.map(([name, text]) => `${JSON.stringify(name)}:${JSON.stringify(text)}`).join(',')}}`;

/** An object whose values are strings, as its JSON. */
export const textMapAsJson = (what: string): z.ZodMiniType<string> =>
  z.pipe(textMapSchema(what), z.transform(jsonOfEntries));
