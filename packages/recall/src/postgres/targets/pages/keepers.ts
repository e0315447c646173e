import { InvalidRequestError, show } from '@unpush/core';
import { InputError } from '../../../intake/input-error.ts';
import { fileName } from '../../../store/ask-for-page.ts';
import type { PagedTargets } from '../../../store/paged-targets.ts';
import type { PagedInput } from '../../../store/target-input.ts';
import type { PagesOf } from './pages-of.ts';
import type { KeptElsewhere } from './provided-page.ts';

/** Knows who keeps pages. */
export interface Keepers {
  /** Who keeps those of a recall; `undefined` where the database keeps the targets itself. */
  find(pages: PagesOf | undefined, recallId: string): KeptElsewhere | undefined;
  /** Pages were given to this process: it knows who keeps those of this name from now on. */
  meet(input: PagedInput): KeptElsewhere;
  /** They were given for this recall, whoever keeps pages of the same name later. */
  remember(recallId: string, given: KeptElsewhere): void;
  /** Nobody will ask for those of this recall any more. */
  forget(recallId: string): void;
}

/** Safe in an error, in evidence and on one line. */
const NAME = /^[\w.:@/-]{1,100}$/;

export function keepersFrom(known: (name: string) => PagedTargets | undefined): Keepers {
  const met = new Map<string, PagedTargets>();
  const given = new Map<string, PagedTargets>();
  return {
    remember: (recallId, { keeper }) => void given.set(recallId, keeper),
    forget: (recallId) => void given.delete(recallId),
    find(pages, recallId) {
      if (pages === undefined) return undefined;
      const keeper = known(pages.name) ?? given.get(recallId) ?? met.get(pages.name);
      if (keeper !== undefined) return { ...pages, keeper };
      throw new InputError(
        `${fileName(pages.name)}: nobody in this process keeps pages of that name. Pass them to the store by its option "pages".`,
        { file: fileName(pages.name) },
      );
    },
    meet({ name, parameters, pages: keeper }) {
      if (!NAME.test(name)) {
        throw new InvalidRequestError([
          {
            field: 'name',
            problem: `must be 1 to 100 letters, digits or any of _.:@/-, but is ${show(name)}`,
          },
        ]);
      }
      met.set(name, keeper);
      return { name, parameters: asKept(parameters), keeper };
    },
  };
}

/** What is kept is JSON, so the first reading is asked with the same as all others. */
function asKept(parameters: unknown): unknown {
  try {
    const json = JSON.stringify(parameters) as string | undefined; // undefined has none
    return json === undefined ? undefined : (JSON.parse(json) as unknown);
  } catch {
    throw new InvalidRequestError([
      { field: 'parameters', problem: `must be JSON, but is ${show(parameters)} that has none` },
    ]);
  }
}
