import { Agent, buildConnector, EnvHttpProxyAgent, Pool, ProxyAgent, type Dispatcher } from 'undici';
import { InvalidRequestError } from '@unpush/core';
import { isLoopback } from '../endpoint/loopback.ts';
import { tlsOptions } from './tls.ts';

/** How connections are made. */
export interface ConnectionSettings {
  readonly ca?: string | readonly string[];
  readonly connections: number;
  readonly connectMs: number;
  readonly proxy?: string;
  readonly http2: boolean;
}

/** One long-lived pool, or two where a proxy stands between. */
export interface Dispatchers {
  for(target: URL): Dispatcher;
  close(): Promise<void>;
}

/** An idle connection is given up before a server or a firewall gives it up without telling. */
const KEEP_IDLE_AT_MOST_MS = 30_000;

/** Opens the pools; connections are made when they are first needed. */
export function openDispatchers({
  ca,
  connections,
  connectMs,
  proxy,
  http2,
}: ConnectionSettings): Dispatchers {
  const tls = { ...tlsOptions(ca), timeout: connectMs, allowH2: http2 };
  const pool = { connections, allowH2: http2, keepAliveMaxTimeout: KEEP_IDLE_AT_MOST_MS };
  const direct = new Agent({ ...pool, connect: tls });
  if (proxy === undefined) return { for: () => direct, close: () => direct.close() };
  const proxied = openProxy(proxy, {
    ...pool,
    connect: buildConnector(tls),
    connectTimeout: connectMs,
    requestTls: tls,
    proxyTls: tls,
    // A proxy that takes the connection and never answers CONNECT is a connection that is never made
    clientFactory: (origin, options) => new Pool(origin, { ...options, headersTimeout: connectMs }),
  });
  return {
    for: ({ hostname }) => (isLoopback(hostname) ? direct : proxied),
    close: async () => {
      await Promise.all([direct.close(), proxied.close()]);
    },
  };
}

function openProxy(proxy: string, options: Omit<ProxyAgent.Options, 'uri'>): Dispatcher {
  if (proxy === 'environment') return new EnvHttpProxyAgent(options);
  const url = URL.parse(proxy);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    // Not shown: a proxy's URL may hold its password
    const problem = 'must be "environment" or a URL such as http://proxy.example:3128';
    throw new InvalidRequestError([{ field: 'proxy', problem }]);
  }
  return new ProxyAgent({ ...options, uri: proxy });
}
