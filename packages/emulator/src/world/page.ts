/** A part of a list. */
export interface Page {
  /** How many to pass over. Default 0. */
  readonly offset?: number;
  /** The most to return. Default: all. */
  readonly limit?: number;
}
