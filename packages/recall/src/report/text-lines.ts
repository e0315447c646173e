/** Whole lines of text, line feeds included. */
export interface TextLines {
  readonly text: string;
  /** How many they are, 1 or more. */
  readonly count: number;
}
