import { inputFault } from '../../input-fault.ts';
import type { ReaderFile } from '../format-reader.ts';
import { listNames, TARGET_NAMES } from '../target-names.ts';

/**
 * Takes the target out of each JSON value of a file: a string is one, an object holds one in a field.
 *
 * Where no field is asked for, the first object that has one of the usual names decides for the whole file.
 */
export class TargetField {
  readonly #file: string;
  #field: string | undefined;
  #found = false;
  #firstKeys: readonly string[] | undefined;

  constructor({ label, field }: ReaderFile) {
    this.#file = label;
    this.#field = field;
  }

  /** The target that `record` holds; where it holds none, what stands in its place. */
  pick(record: unknown, line: number): unknown {
    if (typeof record !== 'object' || record === null || Array.isArray(record)) return record;
    this.#firstKeys ??= Object.keys(record);
    this.#field ??= this.#usualName(record, line);
    const value = this.#field === undefined ? undefined : valueAt(record, this.#field);
    if (value === undefined) return record;
    this.#found = true;
    return value;
  }

  /** @throws InputError where there were objects and none had the field. */
  assertFound(): void {
    if (this.#found || this.#firstKeys === undefined) return;
    const what = this.#field === undefined ? 'that targets go by' : `"${this.#field}"`;
    throw inputFault({
      file: this.#file,
      what: `no object has a field ${what}. Name the one of the targets with --field. The fields of the first are ${listNames(this.#firstKeys)}.`,
    });
  }

  #usualName(record: object, line: number): string | undefined {
    const names = TARGET_NAMES.filter((name) => Object.hasOwn(record, name));
    if (names.length < 2) return names[0];
    throw inputFault({
      file: this.#file,
      line,
      what: `targets go by several of its fields. Name one with --field. They are ${listNames(names)}.`,
    });
  }
}

/** A field of that very name comes before the path that its dots could mean. */
function valueAt(record: object, field: string): unknown {
  const own = ownValue(record, field);
  return own === undefined && field.includes('.') ? field.split('.').reduce<unknown>(ownValue, record) : own;
}

function ownValue(holder: unknown, name: string): unknown {
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, name)) return undefined;
  return Reflect.get(holder, name);
}
