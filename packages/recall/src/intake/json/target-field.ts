import { inputFault } from '../input-fault.ts';
import { NoTarget } from '../no-target.ts';
import { listNames, TARGET_NAMES } from '../target-names.ts';

/** How a field of targets is looked for. */
export interface TargetFieldOptions {
  /** The list as the person named it. */
  readonly label: string;
  readonly field?: string;
  /** What a person says the name of the field with. Default `--field`. */
  readonly fieldOption?: string;
  /** What was met of the list so far, by another one of these. */
  readonly met?: MetFields;
}

/** What is known of a list's fields. JSON. */
export interface MetFields {
  readonly field?: string;
  /** Whether any object had it. */
  readonly found: boolean;
  /** The fields of the first object. */
  readonly firstKeys?: readonly string[];
}

/**
 * Takes the target out of each JSON value of a file: a string is one, an object holds one in a field.
 *
 * Where no field is asked for, the first object that has one of the usual names decides for the whole file.
 */
export class TargetField {
  readonly #file: string;
  readonly #option: string;
  #field: string | undefined;
  #found: boolean;
  #firstKeys: readonly string[] | undefined;

  constructor({ label, field, fieldOption = '--field', met }: TargetFieldOptions) {
    this.#file = label;
    this.#option = fieldOption;
    this.#field = field ?? met?.field;
    this.#found = met?.found ?? false;
    this.#firstKeys = met?.firstKeys;
  }

  /** For another one that goes on with the same list. */
  get met(): MetFields {
    return {
      ...(this.#field !== undefined && { field: this.#field }),
      found: this.#found,
      ...(this.#firstKeys && { firstKeys: this.#firstKeys }),
    };
  }

  /** The target that `record` holds; where it holds none, what stands in its place, or {@link NoTarget}. */
  pick(record: unknown, line: number): unknown {
    if (typeof record !== 'object' || record === null || Array.isArray(record)) return record;
    this.#firstKeys ??= Object.keys(record);
    this.#field ??= this.#usualName(record, line);
    const value = this.#field === undefined ? undefined : valueAt(record, this.#field);
    if (value === undefined) return new NoTarget(record, this.#field);
    this.#found = true;
    return value;
  }

  /** @throws InputError where there were objects and none had the field. */
  assertFound(): void {
    if (this.#found || this.#firstKeys === undefined) return;
    const what = this.#field === undefined ? 'that targets go by' : `"${this.#field}"`;
    throw inputFault({
      file: this.#file,
      what: `no object has a field ${what}. Name the one of the targets with ${this.#option}. The fields of the first are ${listNames(this.#firstKeys)}.`,
    });
  }

  #usualName(record: object, line: number): string | undefined {
    const names = TARGET_NAMES.filter((name) => Object.hasOwn(record, name));
    if (names.length < 2) return names[0];
    throw inputFault({
      file: this.#file,
      line,
      what: `targets go by several of its fields. Name one with ${this.#option}. They are ${listNames(names)}.`,
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
