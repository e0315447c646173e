import { percentEncode } from './percent-encode.ts';

/** A value of a parameter. An absent field of an object is left out. */
export type RpcValue =
  string | number | boolean | readonly RpcValue[] | { readonly [field: string]: RpcValue | undefined };

/** Parameters by their name on the wire, such as `AppId`; an absent one is left out. */
export type RpcParameters = Readonly<Record<string, RpcValue | undefined>>;

/**
 * Parameters as the form that Alibaba Cloud's RPC style wants: arrays are numbered from 1
 * (`TargetMsg.1.Target=…`), and every character but the unreserved ones is percent-encoded, a space as `%20`.
 *
 * Sorted by name, so that the same parameters are always the same bytes. Text must be well formed.
 */
export function encodeForm(parameters: RpcParameters): string {
  return flatten('', parameters)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .join('&');
}

function flatten(name: string, value: RpcValue | RpcParameters | undefined): [string, string][] {
  if (value === undefined) return [];
  if (typeof value !== 'object') return [[name, String(value)]];
  const entries = Array.isArray(value)
    ? (value as readonly RpcValue[]).map((item, index) => [String(index + 1), item] as const) // isArray forgets readonly
    : Object.entries(value);
  return entries.flatMap(([key, inner]) => flatten(name === '' ? key : `${name}.${key}`, inner));
}
