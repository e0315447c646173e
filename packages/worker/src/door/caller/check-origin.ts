import { Refusal } from '../../answers/refusal.ts';

const OWN_SITES = [null, 'none', 'same-origin'];

/**
 * Refuses what a page of another origin asks for that is not named. A browser sends the cookie of Cloudflare Access along
 * with requests of any page, and asks nobody before it sends a simple one; a key is sent by nobody but its holder.
 */
export function checkOrigin({ method, headers, url }: Request, corsOrigins: readonly string[]): void {
  if (method === 'GET' || method === 'HEAD') return;
  const origin = headers.get('Origin');
  const isOwn =
    origin === null
      ? OWN_SITES.includes(headers.get('Sec-Fetch-Site'))
      : origin === new URL(url).origin || corsOrigins.includes(origin);
  if (isOwn) return;
  const problem = 'must be that of the gateway, or one of its corsOrigins';
  throw new Refusal('forbidden', { errors: [{ field: 'Origin', problem }] });
}
