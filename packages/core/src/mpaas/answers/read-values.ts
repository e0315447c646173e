import { lenientText } from '../../json/lenient-text.ts';
import { parseJson } from '../../json/parse-json.ts';
import { foldNames } from './answer-body.ts';

/** The fields of an object, or of the JSON of one, by their names in lower case: the vendor gives both. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return foldNames(unwrap(value)) ?? {};
}

/** The members of an array, or of the JSON of one; none of anything else. */
export function listOf(value: unknown): readonly unknown[] {
  const list = unwrap(value);
  return Array.isArray(list) ? (list as readonly unknown[]) : []; // isArray makes it any[]
}

/** A text, also where the vendor sent a number that is exact. An empty one says nothing. */
export function textOf(value: unknown): string | undefined {
  const text = lenientText.parse(value);
  return text === '' ? undefined : text;
}

/** A number, also where the vendor sent its digits. */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** The name of a number, or of its digits; `undefined` for a number without a name. */
export function nameOf<N extends string>(
  value: unknown,
  numbers: Readonly<Record<N, number>>,
): N | undefined {
  const number = numberOf(value);
  const names = Object.keys(numbers) as N[]; // keys forgets that these are all
  return names.find((name) => numbers[name] === number);
}

/** Leaves out what is absent. */
export function present<T extends object>(fields: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { readonly [K in keyof T]?: Exclude<T[K], undefined> }; // fromEntries forgets the names
}

const unwrap = (value: unknown): unknown => (typeof value === 'string' ? parseJson(value) : value);
