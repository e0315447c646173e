/** What a column or field of targets is called where nobody says its name. */
export const TARGET_NAMES: readonly string[] = ['token', 'pushToken', 'push_token', 'target', 'targetId'];

/** How much of a name from a file is shown: the first row may hold a whole token in place of a name. */
const SHOWN = 24;

/** How many names are shown. */
const MOST = 20;

/** Names out of a file, to be read in a message. */
export function listNames(names: readonly string[]): string {
  const shown = names
    .slice(0, MOST)
    .map((name) => `"${name.length > SHOWN ? `${name.slice(0, 8)}…` : name}"`)
    .join(', ');
  return names.length > MOST ? `${shown} and ${names.length - MOST} more` : shown;
}
