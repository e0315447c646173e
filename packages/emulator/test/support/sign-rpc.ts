import { createHmac } from 'node:crypto';

/** RFC 3986. */
const encode = (text: string) =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** The older signature, by node:crypto: `Signature` for these parameters of query and body. */
export function signRpc(
  method: string,
  parameters: Readonly<Record<string, string>>,
  accessKeySecret: string,
): string {
  const pairs = Object.keys(parameters)
    .sort()
    .map((name) => `${encode(name)}=${encode(parameters[name]!)}`);
  return createHmac('sha1', `${accessKeySecret}&`)
    .update(`${method}&%2F&${encode(pairs.join('&'))}`)
    .digest('base64');
}
