import { maskSecrets } from './mask.ts';

/** The longest text that is shown whole. */
const LONGEST = 40;

/** A value as an error message shows it: its kind, and the value itself where it is short and no secret. */
export function show(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return 'missing';
    case 'string':
      return `the string ${JSON.stringify(maskSecrets(value.slice(0, LONGEST)))}${value.length > LONGEST ? '…' : ''}`;
    case 'number':
    case 'bigint':
    case 'boolean':
      return `the ${typeof value} ${String(value)}`;
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? `an array of ${value.length}` : 'an object';
    case 'function':
    case 'symbol':
      return `a ${typeof value}`;
  }
}
