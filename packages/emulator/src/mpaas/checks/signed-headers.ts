import { GatewayRefusal } from '../answers/refusals.ts';
import type { Call } from '../call.ts';

/** What says what is asked for, of whom, and when: signed whether or not it came. */
const ALWAYS_SIGNED = [
  'host',
  'x-acs-action',
  'x-acs-version',
  'x-acs-date',
  'x-acs-signature-nonce',
  'x-acs-content-sha256',
];

/**
 * The names that ACS3 lists: in lower case, sorted, each once, and among them `host`, `content-type` if there is one,
 * and every `x-acs-` header that came.
 *
 * @throws GatewayRefusal `IncompleteSignature`, naming the first name at fault or all that lack.
 */
export function checkSignedHeaders(names: readonly string[], { headers }: Call): void {
  for (const [index, name] of names.entries()) {
    if (name !== name.toLowerCase()) throw incomplete(`has ${name}, which must be in lower case`);
    const before = names[index - 1];
    if (before === name) throw incomplete(`has ${name} twice`);
    if (before !== undefined && before > name)
      throw incomplete(`has ${name} behind ${before}: sort the names`);
  }
  const came = [...headers.keys()].filter((name) => name === 'content-type' || name.startsWith('x-acs-'));
  const unsigned = [...new Set([...ALWAYS_SIGNED, ...came])].filter((name) => !names.includes(name));
  if (unsigned.length > 0) throw incomplete(`lacks ${unsigned.join(', ')}`);
}

function incomplete(fault: string): GatewayRefusal {
  return new GatewayRefusal('IncompleteSignature', `SignedHeaders ${fault}.`);
}
