import type { ComparedTargets, SignatureReport } from './report.ts';

/** What was checked, as far as there is a choice. */
export interface Checked {
  /** Whether all lines could be followed. */
  readonly whole: boolean;
  readonly signature: SignatureReport | undefined;
  /** Whether there was a head hash from elsewhere to compare with. */
  readonly expectedHead: boolean;
  readonly compared: ComparedTargets | undefined;
  /** Whether there were targets to compare, and the evidence has no verdict that could carry a digest of them. */
  readonly nothingToCompare: boolean;
}

/** What was not checked, and what that would take. */
export function notChecked({
  whole,
  signature,
  expectedHead,
  compared,
  nothingToCompare,
}: Checked): readonly string[] {
  const left: string[] = [];
  if (!whole) left.push('What stands behind the break of the chain.');
  if (signature !== undefined && signature.expectedKey === undefined) {
    left.push(
      'Who signed it: anybody can make a signature with a key of their own. Give the public key, or compare its fingerprint with one you trust.',
    );
  }
  if (signature === undefined && !expectedHead) {
    left.push(
      'Who wrote it, and whether more was written: it is not signed. Compare its head hash with one that was noted elsewhere; without that, whoever holds the ledger can have written it anew.',
    );
  }
  if (compared === undefined) {
    left.push(
      nothingToCompare
        ? 'Whether the targets are those of the recall: no request has a verdict yet, so there is no digest to compare.'
        : 'Whether the targets are those of the recall: that takes a chain that is whole, the targets, the evidence key and the digests.',
    );
    return left;
  }
  const untouched = compared.given - compared.covered;
  if (untouched > 0) left.push(`${untouched} of the targets: no request that has a digest carried them.`);
  return left;
}
