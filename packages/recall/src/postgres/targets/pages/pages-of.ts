/** Whose pages a recall's targets are read from. */
export interface PagesOf {
  /** Under which name every process knows who keeps them. */
  readonly name: string;
  readonly parameters?: unknown;
}
