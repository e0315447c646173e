import { maskSecrets } from '@unpush/core';
import { isLoopback } from '@unpush/transport';

const LONGEST = 200;

/** A name with a dot in it, or this machine, in lower case as no key is; then a port, and a path. */
const HOST = /^(?:localhost|[a-z\d-]+(?:\.[a-z\d-]+)+|\[[a-f\d:]+\])(?::\d{1,5})?(?:\/[\w./-]*)?$/;

/** What was given as a URL, as an error shows it: without what may be a password or a key. */
export function shownUrl(given: string): string {
  const bare = given
    .replace(/^.*@/s, '…@')
    .replace(/[?#].*$/s, '…')
    .slice(0, LONGEST);
  return JSON.stringify(HOST.test(bare) ? bare : maskSecrets(bare));
}

/** What was likely meant where only the scheme is missing. */
export function withScheme(given: string): string | undefined {
  const parsed = HOST.test(given) ? URL.parse(`https://${given}`) : null;
  if (parsed === null) return undefined;
  return `${isLoopback(parsed.hostname) ? 'http' : 'https'}://${given}`;
}
