import { createHash, createHmac } from 'node:crypto';

/** What a signed request is made of, and how it may deviate from a good one. */
export interface Acs3Order {
  readonly url: string;
  readonly method: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
  /** Lower-case names. Those that are `undefined` are not sent. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** Headers that are sent and not signed. */
  readonly unsigned?: readonly string[];
  /** Lists the names of the signed headers in another way than in lower case, sorted, each once. */
  readonly list?: (names: readonly string[]) => readonly string[];
}

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

/** Signs with ACS3-HMAC-SHA256 by node:crypto, which shares nothing with what the emulator verifies with. */
export function signAcs3(order: Acs3Order): Record<string, string> {
  const { pathname, searchParams, host } = new URL(order.url);
  const given: Record<string, string | undefined> = { host, 'x-acs-content-sha256': sha256(order.body) };
  const sent = Object.entries({ ...given, ...order.headers }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const sorted = sent
    .map(([name]) => name)
    .filter((name) => /^(host|content-type|x-acs-.*)$/.test(name) && !(order.unsigned ?? []).includes(name))
    .sort();
  const signed = order.list?.(sorted) ?? sorted;
  const values = Object.fromEntries(sent);
  searchParams.sort();
  const names = signed.join(';');
  const canonical = [
    order.method,
    pathname,
    // URLSearchParams writes a space as "+" and leaves "*" as it is.
    searchParams.toString().replaceAll('+', '%20').replaceAll('*', '%2A').replaceAll('%7E', '~'),
    ...signed.map((name) => `${name}:${(values[name.toLowerCase()] ?? '').trim()}`),
    '',
    names,
    values['x-acs-content-sha256'] ?? '',
  ].join('\n');
  const signature = createHmac('sha256', order.accessKeySecret)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest('hex');
  return {
    authorization: `ACS3-HMAC-SHA256 Credential=${order.accessKeyId},SignedHeaders=${names},Signature=${signature}`,
    ...values,
  };
}
