import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CONFIG_NAME } from '../../settings/words.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { DOORS } from '../../vendors/doors.ts';

/** One thing a word can become. */
export interface Suggestion {
  readonly value: string;
  readonly about: string;
}

/** What can stand for the values that the command line's tree does not know, by flag or by argument. */
export type Values = ReadonlyMap<string, readonly Suggestion[]>;

/** Reads what there is to suggest for these words. */
export async function readValues(words: readonly string[], terminal: Terminal): Promise<Values> {
  return new Map([
    ...vendorValues(),
    ['--format', plain('txt', 'csv', 'ndjson', 'json')],
    ['--app', readApps(terminal)],
    ...(words[0] === 'explain' ? [['codes', await readCodes()] as const] : []),
  ]);
}

/** The flags that one vendor has alone, with all that each takes. */
const vendorValues = (): readonly (readonly [string, readonly Suggestion[]])[] =>
  Object.values(DOORS).flatMap(({ selectorFlags, emulatorFlags }) =>
    [...selectorFlags, ...emulatorFlags].flatMap(({ flag, values }) =>
      values === undefined ? [] : [[flag, plain(...values)] as const],
    ),
  );

const plain = (...values: readonly string[]): readonly Suggestion[] =>
  values.map((value) => ({ value, about: '' }));

/** The profiles of the configuration file; none if it cannot be read, since a completion has nobody to tell. */
function readApps({ cwd, env }: Terminal): readonly Suggestion[] {
  try {
    const text = readFileSync(resolve(cwd, env['UNPUSH_CONFIG'] ?? CONFIG_NAME), 'utf8');
    const { apps } = JSON.parse(text) as { readonly apps: object }; // anything else ends in the catch below
    // What a shell offers ends up on a command line: nothing that a shell could take for more than a name
    return plain(...Object.keys(apps).filter((name) => /^[\w.-]+$/.test(name)));
  } catch {
    return [];
  }
}

async function readCodes(): Promise<readonly Suggestion[]> {
  const { CATALOG } = await import('@unpush/core');
  // A family's row (`Throttling*`, `3xx`) is not a code that anybody holds
  const exact = CATALOG.filter(({ code }) => !/\*$|xx$/.test(code));
  return exact.map(({ code, name, message }) => ({ value: code, about: name ?? message }));
}
