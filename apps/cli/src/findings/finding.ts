/** What a check found. */
export interface Finding {
  /** `warn`: it works, but should be mended. `skipped`: it could not or need not be looked at. */
  readonly status: 'ok' | 'warn' | 'fail' | 'skipped';
  /** What was found, or why it was not looked for. */
  readonly detail: string;
  /** What to do, where it is not already in the detail. */
  readonly remedy?: string;
  /** For `--json`. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

/** A finding, and what later checks need of it; nothing where it failed. */
export interface Checked<T> {
  readonly finding: Finding;
  readonly value?: T;
}

/** A finding under its name, as it is reported. */
export interface NamedFinding extends Finding {
  readonly name: string;
}
