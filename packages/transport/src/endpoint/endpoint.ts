import { InvalidRequestError, maskSecrets, show } from '@unpush/core';
import { isLoopback } from './loopback.ts';

/**
 * Who named an endpoint.
 *
 * - `code`, `flag` a person, for this very call: any `https` host goes
 * - `variable`, `file` the surroundings: a stranger's host must also be named in `allowHosts`
 */
export type EndpointSource = 'code' | 'flag' | 'variable' | 'file';

/** Where requests go. */
export interface Endpoint {
  /** Origin and path prefix, without a slash at the end: put a path behind it. */
  readonly url: string;
  /** Host, and port where it is not the usual one. */
  readonly host: string;
  /** Whether it is the vendor's own. If not, show it to the person before anything is sent. */
  readonly isVendor: boolean;
  readonly isLoopback: boolean;
}

/** An endpoint that is to be checked. */
export interface EndpointOptions {
  readonly url: string | URL;
  /** The vendor's own host names; the first is the one that is named where another is refused. */
  readonly vendorHosts: readonly [string, ...string[]];
  /** Default `code`. */
  readonly from?: EndpointSource;
  /** Hosts (`name` or `name:port`) that a person allowed besides the vendor's. */
  readonly allowHosts?: readonly string[];
}

/**
 * Checks where a credential may be sent: `https` only (`http` to this machine), no credentials, query or
 * fragment in the URL, and no stranger's host that only a file or a variable named.
 *
 * Throws {@link InvalidRequestError} on the field `endpoint`.
 */
export function checkEndpoint({
  url,
  vendorHosts,
  from = 'code',
  allowHosts = [],
}: EndpointOptions): Endpoint {
  const parsed = parse(url, vendorHosts[0]);
  const { hostname, host, protocol } = parsed;
  const loopback = isLoopback(hostname);
  if (parsed.username !== '' || parsed.password !== '')
    refuse(`must not hold a user name or password (host ${host})`);
  if (parsed.search !== '' || parsed.hash !== '')
    refuse(`must end with the path: no "?" or "#" (host ${host})`);
  if (protocol !== 'https:' && !(protocol === 'http:' && loopback)) {
    refuse(`must begin with https:// (http:// only to this machine), but is ${show(parsed.origin)}`);
  }
  const isVendor = vendorHosts.includes(host);
  const trusted = isVendor || loopback || from === 'code' || from === 'flag';
  if (!trusted && !allowHosts.includes(hostname) && !allowHosts.includes(host)) {
    refuse(
      `${maskSecrets(host)} is not the vendor's host (${vendorHosts[0]}) and was named by a ${from} only: it would get your credential. If that is meant, pass --endpoint, or --allow-endpoint ${maskSecrets(host)} (in code: allowHosts)`,
    );
  }
  const path = parsed.pathname.replace(/\/+$/, '');
  return { url: `${parsed.origin}${path}`, host, isVendor, isLoopback: loopback };
}

function parse(url: string | URL, vendorHost: string): URL {
  const parsed = URL.parse(String(url));
  if (parsed !== null && parsed.hostname !== '') return parsed;
  // Not shown: what is no URL may be anything, a key included
  return refuse(`must be a URL such as https://${vendorHost}`);
}

function refuse(problem: string): never {
  throw new InvalidRequestError([{ field: 'endpoint', problem }]);
}
