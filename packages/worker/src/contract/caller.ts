import type { Language } from '@unpush/core';
import type { Scope } from './routes.ts';

/** Who calls, as the door has found out; the object takes its word for it. */
export interface Caller {
  /** Who: the id of the key, or the e-mail address or subject that Cloudflare Access vouches for. For the record. */
  readonly by: string;
  readonly scopes: readonly Scope[];
  /** Our own name of the app whose object is called. */
  readonly app: string;
  /** The language of what is said to them. */
  readonly language: Language;
  /** What the answer carries as `X-Request-Id`, so that the log of the object names it too. */
  readonly requestId: string;
}

/**
 * The header that carries the caller from the door to the object. The door sets it on every request and takes away
 * what came from outside under this name; nobody else can reach an object.
 */
export const CALLER_HEADER = 'Unpush-Caller';

/** As the header carries it: JSON in ASCII. */
export const callerText = (caller: Caller): string =>
  JSON.stringify(caller).replace(
    /[^ -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The other way round. Throws where a request did not come through the door. */
export function callerOf(headers: Headers): Caller {
  const text = headers.get(CALLER_HEADER);
  if (text === null) throw new Error('a request to an object must come through the door');
  // Only the function above writes this, from that type
  return JSON.parse(text) as Caller;
}
