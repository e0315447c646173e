import type { Finding, NamedFinding } from './finding.ts';

/** A finding under a name. */
export const named = (name: string, finding: Finding): NamedFinding => ({ name, ...finding });

/** That something was not looked at, and why. */
export const skip = (why: string): Finding => ({ status: 'skipped', detail: why });

/** The same, under a name. */
export const skipped = (name: string, why: string): NamedFinding => named(name, skip(why));
