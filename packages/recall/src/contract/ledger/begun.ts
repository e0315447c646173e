import type { Ledger, LedgerState } from '../../ledger/ledger.ts';
import type { LedgerSubject } from './subject.ts';
import { AT } from './steps.ts';

export type Make = () => LedgerSubject | Promise<LedgerSubject>;

/** A recall that was taken and begun. */
export interface Begun {
  readonly ledger: Ledger;
  readonly state: LedgerState;
}

/** Takes the recall, from whoever had it, and begins a session. */
export async function begin(
  subject: LedgerSubject,
  { at = AT, retryUnknown = false }: { readonly at?: number; readonly retryUnknown?: boolean } = {},
): Promise<Begun> {
  const ledger = await subject.take();
  return { ledger, state: await ledger.begin({ at, retryUnknown }) };
}
