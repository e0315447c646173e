import type { InputError } from '../../intake/input-error.ts';
import type { FileFacts } from '../../summary/facts.ts';
import { inputFault } from '../../intake/input-fault.ts';

const REMEDY =
  'A recall goes on only with the same list. Put the old file back, or start a new recall with --again.';

const COUNTS = [
  ['read', 'records'],
  ['malformed', 'malformed ones'],
  ['duplicate', 'duplicates'],
] as const;

/**
 * Makes sure that the lists are those a recall began with: the ledger knows targets by their position only.
 *
 * @throws InputError that says what differs.
 */
export function assertSameInput(found: readonly FileFacts[], expected: readonly FileFacts[]): void {
  for (let index = 0; index < Math.max(found.length, expected.length); index++) {
    const [now, then] = [found[index], expected[index]];
    if (now === undefined)
      throw refused(then?.path ?? '', 'the recall began with this list, and now it is not named');
    if (then === undefined) throw refused(now.path, 'the recall began without this list');
    assertSameFile(now, then);
  }
}

/** @throws InputError where a file has not the size it had; that shows before it is read. */
export function assertSameSize(
  now: { readonly path: string; readonly bytes: number },
  then: { readonly bytes: number },
): void {
  if (now.bytes !== then.bytes) {
    throw refused(now.path, `it has ${now.bytes} bytes, and had ${then.bytes} when the recall began`);
  }
}

function assertSameFile(now: FileFacts, then: FileFacts): void {
  assertSameSize(now, then);
  if (now.digest !== then.digest) {
    throw refused(
      now.path,
      `its content is not what it was when the recall began (SHA-256 ${now.digest}, and was ${then.digest})`,
    );
  }
  for (const setting of ['format', 'column', 'field'] as const) {
    const [is, was] = [now[setting] ?? 'none', then[setting] ?? 'none'];
    if (String(is) !== String(was)) {
      throw refused(
        now.path,
        `it is read with the ${setting} ${is}, and was with ${was} when the recall began`,
      );
    }
  }
  for (const [count, words] of COUNTS) {
    if (now[count] !== then[count]) {
      throw refused(
        now.path,
        `it holds ${now[count]} ${words}, and held ${then[count]} when the recall began`,
      );
    }
  }
}

function refused(file: string, what: string): InputError {
  return inputFault({ file, what: `${what}. ${REMEDY}` });
}
