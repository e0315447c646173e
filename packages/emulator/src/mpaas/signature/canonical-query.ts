import { percentEncode } from './percent-encode.ts';

/** A name and its value, decoded. */
export type Parameter = readonly [name: string, value: string];

/** Parameters sorted by name, and encoded as RFC 3986 says. */
export function canonicalQuery(parameters: readonly Parameter[]): string {
  return [...parameters]
    .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .join('&');
}
