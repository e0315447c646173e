import type { MalformedReason } from './target-source.ts';

/**
 * Why `text` is no target, or `undefined` where it is one. Whitespace around it is not looked at: what comes
 * in is trimmed. Whitespace is what `\s` matches, control characters are Unicode's category Cc.
 *
 * @example
 * ```ts
 * checkTarget('IQAAAA'); // undefined
 * checkTarget('IQ AAAA'); // 'inner whitespace'
 * ```
 */
export function checkTarget(text: string): MalformedReason | undefined {
  const target = text.trim();
  if (target === '') return 'empty';
  if (/\s/.test(target)) return 'inner whitespace';
  if (/\p{Cc}/u.test(target)) return 'control character';
  // Half a surrogate pair: such a string has no UTF-8, so no request can carry it
  if (!target.isWellFormed()) return 'invalid UTF-8';
  return undefined;
}
