import type { Parameter } from './signature/canonical-query.ts';

/** The parameters of a request by name. Of one that comes twice the last counts. */
export class Parameters {
  readonly #values: ReadonlyMap<string, string>;

  constructor(parameters: readonly Parameter[]) {
    this.#values = new Map(parameters);
  }

  /** Undefined if it is absent. */
  get(name: string): string | undefined {
    return this.#values.get(name);
  }

  /** Empty if it is absent. */
  text(name: string): string {
    return this.#values.get(name) ?? '';
  }

  /** Undefined if it is absent or empty, NaN if it is no integer. */
  integer(name: string): number | undefined {
    const text = this.text(name);
    if (text === '') return undefined;
    return /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  }

  /** The names that start so. */
  names(prefix: string): readonly string[] {
    return [...this.#values.keys()].filter((name) => name.startsWith(prefix));
  }
}
