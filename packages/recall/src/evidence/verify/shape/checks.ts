import { show } from '@unpush/core';

/** Says what is wrong with the value of that name; `undefined` where nothing is. */
export type Check = (value: unknown, name: string) => string | undefined;

const rule =
  (must: string, holds: (value: unknown) => boolean): Check =>
  (value, name) =>
    holds(value) ? undefined : `${name} must be ${must}, but is ${show(value)}`;

export const text: Check = rule('a text', (value) => typeof value === 'string');

export const flag: Check = rule('true or false', (value) => typeof value === 'boolean');

/** A whole number from `least` up. */
export const wholeNumber = (least = 0): Check =>
  rule(
    `a whole number from ${least} up`,
    (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= least,
  );

export const textOrNumber: Check = rule(
  'a text or a number',
  (value) => typeof value === 'string' || typeof value === 'number',
);

/** SHA-256 or HMAC-SHA256, in lower-case hexadecimal. */
export const hash: Check = rule(
  'a hash of 64 hexadecimal digits',
  (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
);

export const time: Check = rule(
  'a time such as 2026-03-01T02:00:00.000Z',
  (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value),
);

export const oneOf = (...values: readonly (string | number)[]): Check =>
  rule(values.map((value) => JSON.stringify(value)).join(' or '), (value) =>
    values.some((one) => one === value),
  );

export const spans: Check = rule('ascending spans [start, end] that do not touch', (value) => {
  let before = -1;
  return (
    Array.isArray(value) &&
    value.every((span: unknown) => {
      const rises = isSpan(span) && span[0] > before;
      if (rises) before = span[1];
      return rises;
    })
  );
});

const isSpan = (value: unknown): value is readonly [number, number] =>
  Array.isArray(value) &&
  value.length === 2 &&
  Number.isSafeInteger(value[0]) &&
  Number.isSafeInteger(value[1]) &&
  value[0] >= 0 &&
  value[0] < value[1];

export const optional =
  (check: Check): Check =>
  (value, name) =>
    value === undefined ? undefined : check(value, name);

export const listOf =
  (check: Check): Check =>
  (value, name) => {
    if (!Array.isArray(value)) return `${name} must be an array, but is ${show(value)}`;
    return firstProblem(value.entries(), (item, index) => check(item, `${name}[${index}]`));
  };

/** An object with such values, whatever their names. */
export const mapOf =
  (check: Check): Check =>
  (value, name) =>
    isObject(value)
      ? firstProblem(Object.entries(value), (item, key) =>
          check(item, `${name}[${JSON.stringify(key.slice(0, 40))}]`),
        )
      : notAnObject(value, name);

/** An object with these fields. It may have others. */
export const object =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value, name) =>
    isObject(value)
      ? firstProblem(Object.entries(fields), (check, key) =>
          check(value[key], name === '' ? key : `${name}.${key}`),
        )
      : notAnObject(value, name);

const notAnObject = (value: unknown, name: string): string =>
  `${name} must be an object, but is ${show(value)}`;

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function firstProblem<K, V>(
  entries: Iterable<readonly [K, V]>,
  problemOf: (value: V, key: K) => string | undefined,
): string | undefined {
  for (const [key, value] of entries) {
    const problem = problemOf(value, key);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
