import type { Written } from './write-output.ts';

/** Writes one thing after the other: one that fails does not stop the next. */
export interface Trying {
  readonly write: (work: () => Promise<Written>) => Promise<Written | undefined>;
  /** What failed so far. */
  readonly errors: readonly unknown[];
}

export function tryEach(): Trying {
  const errors: unknown[] = [];
  return {
    errors,
    async write(work) {
      try {
        return await work();
      } catch (error) {
        errors.push(error);
        return undefined;
      }
    },
  };
}

/** How many lines were written, where they were. */
export const linesIn = (written: Written | undefined): { readonly lines?: number } =>
  written === undefined ? {} : { lines: written.lines };
