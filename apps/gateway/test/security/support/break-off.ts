import { once } from 'node:events';
import { request } from 'node:http';

/** Sends half of what it announces of a list, and hangs up once this is there. */
export async function breakOff(
  { url, key, half }: { readonly url: string; readonly key: string; readonly half: string },
  isThere: () => Promise<boolean>,
): Promise<void> {
  const headers = {
    Authorization: `Bearer ${key}`,
    'Content-Type': 'text/plain',
    'Content-Length': String(2 * half.length),
  };
  const sending = request(url, { method: 'POST', headers });
  // That nobody answers is what is meant
  const hungUp = once(sending, 'error');
  sending.write(half);
  while (!(await isThere()));
  sending.destroy();
  await hungUp;
}
