import { isLoopback, type Endpoint } from '@unpush/transport';
import type { Settings } from '../settings/resolve-settings.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The host of the proxy that stands between, if any. Never its URL, which may hold a password. */
export function proxyBefore(endpoint: Endpoint, settings: Settings, env: Environment): string | undefined {
  const { hostname } = new URL(endpoint.url);
  if (isLoopback(hostname)) return undefined;
  if (settings.proxy !== undefined) return hostOf(settings.proxy.value);
  const url = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY']
    .map((name) => env[name])
    .find(Boolean);
  if (url === undefined || isExempt(hostname, env['no_proxy'] ?? env['NO_PROXY'] ?? '')) return undefined;
  return hostOf(url);
}

const hostOf = (url: string): string => URL.parse(url)?.host ?? 'whose URL cannot be read';

const isExempt = (hostname: string, list: string): boolean =>
  list
    .split(/[\s,]+/)
    .map((entry) =>
      entry
        .replace(/^\*?\./, '')
        .replace(/:\d+$/, '')
        .toLowerCase(),
    )
    .some(
      (entry) => entry === '*' || (entry !== '' && (hostname === entry || hostname.endsWith(`.${entry}`))),
    );
