import { explain, type Vendor } from '@unpush/core';
import { quote } from '../../terminal/quote.ts';

/** A code, or an HTTP status (`HTTP 502`, `502`), and whose it is. */
export interface CodeOfVendor {
  readonly code: string;
  readonly vendor: Vendor;
}

/** What to type to have a code explained. It names the vendor where another one has such a code as well. */
export function explainCommand({ code, vendor }: CodeOfVendor): string {
  // Which language does not matter: it is only asked who has the code
  const isElsewhere = explain({ code, language: 'en' }).some(({ entry }) => entry.vendor !== vendor);
  return `unpush explain ${quote(code.replace(/^HTTP /, ''))}${isElsewhere ? ` --vendor ${vendor}` : ''}`;
}
