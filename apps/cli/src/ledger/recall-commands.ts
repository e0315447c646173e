import type { Settings } from '../settings/resolve-settings.ts';

/** What a person types to go on with a recall, ready to be pasted. */
export interface RecallCommands {
  resume(recallId: string): string;
  retryUnknown(recallId: string): string;
  report(recallId: string): string;
}

/** A directory that was only named on the command line has to be named again. */
export function createCommands({ ledger }: Pick<Settings, 'ledger'>): RecallCommands {
  const place = ledger?.from === 'flag' ? ` --ledger ${quote(ledger.value)}` : '';
  return {
    resume: (id) => `unpush recalls resume ${id}${place}`,
    retryUnknown: (id) => `unpush recalls resume ${id}${place} --retry-unknown`,
    report: (id) => `unpush recalls report ${id}${place} --report FILE`,
  };
}

/** A word as a POSIX shell takes it for one. */
const quote = (word: string): string =>
  /^[\w./:@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
