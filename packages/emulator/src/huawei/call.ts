import type { Route } from './route.ts';

/** A request to one of the vendor's endpoints, its body read. */
export interface Call extends Route {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly rawBody: Uint8Array;
  /** The body as JSON; undefined if it is none. */
  readonly json: unknown;
  /** The strings that stand where the token list belongs. */
  readonly tokens: readonly string[];
  /** How many bytes of the body are the tokens' own. */
  readonly tokenBytes: number;
  /** By the server's clock, which a fault may have put wrong. Milliseconds since 1970. */
  readonly serverTime: number;
}

/** Reads a request as far as it can be read without judging it. */
export async function readCall(request: Request, route: Route): Promise<Omit<Call, 'serverTime'>> {
  const rawBody = new Uint8Array(await request.arrayBuffer());
  const text = decodeUtf8(rawBody);
  const json = parseJson(text);
  const tokens = tokensIn(route.operation === 'revoke' ? json : field(json, 'target'));
  return {
    ...route,
    method: request.method,
    path: new URL(request.url).pathname,
    headers: request.headers,
    rawBody,
    json,
    tokens,
    // All ASCII, the usual case: a character is a byte.
    tokenBytes: text?.length === rawBody.length ? lengthOf(tokens) : utf8LengthOf(tokens),
  };
}

/** A field of what may be an object. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name] // it has the field, so it is such a record
    : undefined;
}

function tokensIn(holder: unknown): readonly string[] {
  const list = field(holder, 'token');
  return Array.isArray(list) ? list.filter((token) => typeof token === 'string') : [];
}

function lengthOf(tokens: readonly string[]): number {
  return tokens.reduce((sum, token) => sum + token.length, 0);
}

function utf8LengthOf(tokens: readonly string[]): number {
  const encoder = new TextEncoder();
  return tokens.reduce((sum, token) => sum + encoder.encode(token).length, 0);
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined; // not UTF-8, so not JSON either (RFC 8259, section 8.1)
  }
}

function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
