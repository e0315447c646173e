import type { ProblemKind } from '../problem-kind.ts';

/** What is said of a kind of problem. */
export interface KindWords {
  /** A few words. */
  readonly title: string;
  /** One or two sentences for where nothing closer is known, or may be told. */
  readonly detail: string;
}

/** What a door says, in one language. */
export interface ProblemWords {
  /** As the header `Content-Language` has it. */
  readonly tag: string;
  readonly kinds: Readonly<Record<ProblemKind, KindWords>>;
  /** A title of the catalog, and what it means. */
  readonly meaning: (title: string, meaning: string) => string;
  /** Sentences behind each other. */
  readonly sentences: (...sentences: readonly string[]) => string;
  readonly mayHaveBeenReceived: string;
}
