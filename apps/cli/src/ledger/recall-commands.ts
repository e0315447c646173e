import { quote } from '../terminal/quote.ts';

/** What a person types about a recall, ready to be pasted. */
export interface RecallCommands {
  show(recallId: string): string;
  resume(recallId: string): string;
  retryUnknown(recallId: string): string;
  report(recallId: string, options?: { readonly all: boolean }): string;
  evidence(recallId: string): string;
  /** What begins another recall of the same notification. */
  readonly anew: string;
  /** Whether the command that goes on takes another credential or authority by flag. */
  readonly takesCredentials: boolean;
}

/** A directory that is not the default one has to be named again: another shell may not have the variable. */
export function createCommands({ ledger }: { readonly ledger?: string | undefined }): RecallCommands {
  const place = ledger === undefined ? '' : ` --ledger ${quote(ledger)}`;
  return {
    show: (id) => `unpush recalls show ${id}${place}`,
    resume: (id) => `unpush recalls resume ${id}${place}`,
    retryUnknown: (id) => `unpush recalls resume ${id}${place} --retry-unknown`,
    report: (id, { all } = { all: false }) =>
      `unpush recalls report ${id}${place}${all ? ' --all' : ''} --report FILE`,
    evidence: (id) => `unpush recalls evidence ${id} FILE${place}`,
    anew: 'unpush revoke … --again',
    takesCredentials: true,
  };
}
