import { maskSecrets } from './mask.ts';

const LONGEST_NAME = 64;
const LONGEST_WORDS = 500;
/** Far more than is shown: masking a whole megabyte would take time and show nothing more. */
const MOST_READ = 8192;

/** Controls drive a terminal, marks of direction turn a line around, and half a surrogate pair is no text. */
const UNSHOWABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A code, id or reason that a stranger wrote: one line without secrets, at most 64 characters. */
export function nameFromOutside(text: string): string {
  return fromOutside(text, LONGEST_NAME);
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The vendor's name for an exchange. A UUID is shown whole: masked, no ticket could quote it. */
export function requestIdFromOutside(text: string): string {
  const id = text.trim();
  return UUID.test(id) ? id : nameFromOutside(id);
}

/** A sentence that a stranger wrote: one line without secrets, at most 500 characters. */
export function wordsFromOutside(text: string): string {
  return fromOutside(text, LONGEST_WORDS);
}

function fromOutside(text: string, longest: number): string {
  // Masked before it is cut: half a token would pass for a word
  const masked = Array.from(maskSecrets(text.slice(0, MOST_READ).replace(UNSHOWABLE, ' ')));
  if (masked.length <= longest) return masked.join('');
  return `${masked.slice(0, longest - 1).join('')}…`;
}
