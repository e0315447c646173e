const LONG_TARGET = 24;

/**
 * A target as people may see it: enough to tell it from others, too little to use.
 *
 * @example
 * ```ts
 * maskTarget('MAAAAAB3xYk…112 characters…Qw9z'); // 'MAAAAA…Qw9z'
 * ```
 */
export function maskTarget(target: string): string {
  const characters = Array.from(target);
  const shown = (from: number, to?: number): string => characters.slice(from, to).join('');
  if (characters.length >= LONG_TARGET) return `${shown(0, 6)}…${shown(-4)}`;
  return `${shown(0, Math.floor(characters.length / 3))}…`;
}

const PEM = /-----BEGIN [A-Z ]+-----[\s\S]*?(?:-----END [A-Z ]+-----|$)/g;
const JWT = /\beyJ[\w-]*\.[\w-]*(?:\.[\w-]*)?/g;
const BEARER = /\b(Bearer)\s+\S+/gi;
const LONG_RUN = /[\w+/=.:~-]{24,}/g;
/**
 * Host names and paths in lower case, reasons such as `atomicUnableSendUnsubscribedMsg`, and codes such as
 * `InvalidAccessKeyId.NotFound`: no token is so.
 */
const READABLE = /^(?:[a-z/:.-]+|[A-Za-z]{1,48}(?:\.[A-Za-z]{1,48}){0,3})$/;

/** A text from outside with all that may be a key, a JWT or a whole token masked. */
export function maskSecrets(text: string): string {
  return text
    .replace(PEM, '«private key»')
    .replace(BEARER, '$1 «token»')
    .replace(JWT, '«token»')
    .replace(LONG_RUN, (run) => (READABLE.test(run) ? run : maskTarget(run)));
}
