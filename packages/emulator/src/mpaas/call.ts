import { parseForm } from './form.ts';
import { Parameters } from './parameters.ts';
import type { Parameter } from './signature/canonical-query.ts';

/** A request to the endpoint, its body read. */
export interface Call {
  readonly method: string;
  /** The path as it came, encoded. */
  readonly path: string;
  readonly host: string;
  readonly headers: Headers;
  readonly rawBody: Uint8Array<ArrayBuffer>;
  /** The parameters of the query, decoded. */
  readonly query: readonly Parameter[];
  /** The parameters of query and body, decoded. */
  readonly all: readonly Parameter[];
  readonly parameters: Parameters;
  /** Whether the body is UTF-8, and what is encoded in it too. */
  readonly isUtf8: boolean;
  /** Of what is signed: the header if the signature is in headers too, else the parameter `Action`. */
  readonly action: string | undefined;
  readonly version: string | undefined;
  /** By the server's clock, which a fault may have put wrong. Milliseconds since 1970. */
  readonly serverTime: number;
}

/** Reads a request as far as it can be read without judging it. */
export async function readCall(request: Request, url: URL): Promise<Omit<Call, 'serverTime'>> {
  const rawBody = new Uint8Array(await request.arrayBuffer());
  const { headers, method } = request;
  const query = parseForm(url.search.slice(1)).parameters;
  const text = decodeUtf8(rawBody);
  const body = isForm(headers) ? parseForm(text ?? new TextDecoder().decode(rawBody)) : undefined;
  const all = [...query, ...(body?.parameters ?? [])];
  const parameters = new Parameters(all);
  // Without Authorization the parameters alone are signed: a header must not say what is done.
  const signed = headers.has('authorization') ? headers : new Headers();
  return {
    method,
    path: url.pathname,
    // A Request that never went over a wire has no Host header; its URL says what that would be.
    host: headers.get('host') ?? url.host,
    headers,
    rawBody,
    query,
    all,
    parameters,
    isUtf8: text !== undefined && (body?.isUtf8 ?? true),
    action: signed.get('x-acs-action') ?? parameters.get('Action'),
    version: signed.get('x-acs-version') ?? parameters.get('Version'),
  };
}

function isForm(headers: Headers): boolean {
  const mediaType = (headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase();
  return mediaType === 'application/x-www-form-urlencoded';
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
