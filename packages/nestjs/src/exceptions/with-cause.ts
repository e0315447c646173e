import { maskSecrets, type UnpushError } from '@unpush/core';

/** What an error says, for the log: with the words of its cause, which come from elsewhere, and lose their secrets. */
export function withCause({ message, cause }: UnpushError): string {
  if (cause === undefined) return message;
  const said = saidOf(cause);
  const shown = maskSecrets(said.replace(URL_LOGIN, '//…@'));
  return message.includes(said) ? message.replaceAll(said, shown) : `${message} The cause: ${shown}`;
}

/** A name and a password in a URL, which can be too short to be known for secrets. */
const URL_LOGIN = /\/\/[^\s/]*@/g;

/** Not by its class: under Jest the system's errors come from another realm than the program's. */
const saidOf = (cause: unknown): string =>
  typeof cause === 'object' && cause !== null && !('message' in cause) ? 'unknown' : String(cause);
