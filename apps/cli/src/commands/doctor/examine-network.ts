import type { Endpoint } from '@unpush/transport';
import { isIP } from 'node:net';
import type { Finding, NamedFinding } from '../../findings/finding.ts';
import { checkAnswer } from './checks/answer.ts';
import { checkClock, type ClockLimit } from './checks/clock.ts';
import type { Route } from './checks/connection.ts';
import { checkDns } from './checks/dns.ts';
import { checkTcp, type Address } from './checks/tcp.ts';
import { checkTls } from './checks/tls.ts';
import { named, skip, skipped } from '../../findings/findings.ts';

/** The way to the vendor. */
export interface Way {
  readonly endpoint: Endpoint;
  readonly route: Route;
  /** The path that revokes go to, where it is known. */
  readonly path: string | undefined;
  readonly clock: ClockLimit;
  readonly timeoutMs: number;
}

/** Follows the way to the vendor layer by layer: name, port, TLS, and an answer with the time in it. */
export async function* examineNetwork(way: Way): AsyncGenerator<NamedFinding, void, undefined> {
  const address = addressOf(way);
  const { proxy } = way.route;
  const proxied = proxy === undefined ? undefined : `the proxy ${proxy} makes the connection`;

  const dns = proxied === undefined ? await examineDns(address.host) : skip(proxied);
  yield named('DNS', dns);
  const tcp = await examineTcp(address, { dns, proxied });
  yield named('TCP', tcp);
  if (dns.status === 'fail' || tcp.status === 'fail') {
    for (const name of ['TLS', 'Answer', 'Clock']) yield skipped(name, 'nothing answers there');
    return;
  }

  const tls = await examineTls(way, { address, proxied });
  const answer = await checkAnswer({ ...way, send: way.route.send });
  const isHandshake = tls.status === 'fail' && answer.value === undefined;
  // The sender met the same trouble, and has better words for it
  yield named('TLS', isHandshake ? answer.finding : tls);
  yield named('Answer', isHandshake ? skip('the handshake failed') : answer.finding);
  yield named(
    'Clock',
    answer.value === undefined ? skip('no answer came') : checkClock(answer.value, way.clock),
  );
}

function addressOf({ endpoint, timeoutMs }: Way): Address {
  const { hostname, port, protocol } = new URL(endpoint.url);
  const usual = protocol === 'http:' ? 80 : 443;
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? usual : Number(port), timeoutMs };
}

const examineDns = (host: string): Promise<Finding> | Finding =>
  isIP(host) === 0 ? checkDns(host) : skip(`${host} is an address already`);

interface Before {
  readonly dns: Finding;
  readonly proxied: string | undefined;
}

function examineTcp(address: Address, { dns, proxied }: Before): Promise<Finding> | Finding {
  if (proxied !== undefined) return skip(proxied);
  return dns.status === 'fail' ? skip('the host has no address') : checkTcp(address);
}

interface Handshake {
  readonly address: Address;
  readonly proxied: string | undefined;
}

function examineTls({ endpoint, route }: Way, { address, proxied }: Handshake): Promise<Finding> | Finding {
  if (new URL(endpoint.url).protocol === 'http:') return skip('the endpoint is plain http, to this machine');
  if (proxied !== undefined) return skip(`${proxied}; Answer shows whether an answer comes through`);
  return checkTls({ ...address, ca: route.ca });
}
