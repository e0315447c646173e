import { isLoopback } from '@unpush/transport';
import { Refusal } from '../../answers/refusal.ts';

/** Refuses a request that did not come by TLS, but from this machine, before anything reads its key. */
export function checkScheme({ url }: Request): void {
  const { protocol, hostname } = new URL(url);
  if (protocol === 'https:' || isLoopback(hostname)) return;
  const problem =
    'must begin with https://. A key that was sent has been open to all on the way: make a new one';
  throw new Refusal('forbidden', { errors: [{ field: 'URL', problem }] });
}
