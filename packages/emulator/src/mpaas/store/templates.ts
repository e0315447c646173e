/** A text with placeholders, `#name#`, that pushes fill in. */
export interface Template {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly content: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** What else was said of it, under the vendor's names. */
  readonly others: Readonly<Record<string, string>>;
}

/** The templates of an app. */
export class Templates {
  readonly #byName = new Map<string, Template>();

  get count(): number {
    return this.#byName.size;
  }

  add(template: Template): void {
    this.#byName.set(template.name, template);
  }

  byName(name: string): Template | undefined {
    return this.#byName.get(name);
  }

  byId(id: string): Template | undefined {
    return this.list().find((template) => template.id === id);
  }

  remove({ name }: Template): void {
    this.#byName.delete(name);
  }

  /** In the order in which they were made. */
  list(): readonly Template[] {
    return [...this.#byName.values()];
  }
}
