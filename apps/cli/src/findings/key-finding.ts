import { quote } from '../terminal/quote.ts';
import type { Finding } from './finding.ts';

/** A key that was read, and what can be said of it without showing it. */
export interface KeyFacts {
  /** The file's path, or the variable's name. */
  readonly from: string;
  /** Others than its owner can read the file. */
  readonly looseMode: boolean;
  /** Which key it is. */
  readonly detail: string;
  /** For `--json`. */
  readonly facts: NonNullable<Finding['facts']>;
}

/** A key that can be used: well, unless others than its owner can read it. */
export function keyFinding({ from, looseMode, detail, facts }: KeyFacts): Finding {
  const said = { detail: `${from}: ${detail}`, facts: { from, ...facts, looseMode } };
  if (!looseMode) return { status: 'ok', ...said };
  return {
    status: 'warn',
    ...said,
    detail: `${said.detail}; others than its owner can read it`,
    remedy: `chmod 600 ${quote(from)}`,
  };
}
