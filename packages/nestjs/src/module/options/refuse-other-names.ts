import type { CheckedOptions } from './check-options.ts';
import { UnpushOptionsError } from '../../options/options-error.ts';

/**
 * What can be injected was fixed by `forRootAsync` before the options were made. Throws {@link UnpushOptionsError}
 * where the options hold other apps.
 */
export function refuseOtherNames({ apps }: CheckedOptions, declared: readonly string[]): void {
  const given = Object.keys(apps);
  if (declared.length === given.length && declared.every((name) => Object.hasOwn(apps, name))) return;
  throw new UnpushOptionsError([
    `apps: forRootAsync was told of ${list(declared)}, but the options hold ${list(given)}: name the very same apps beside the factory, as apps: [${given.map((name) => `'${name}'`).join(', ')}]`,
  ]);
}

const list = (names: readonly string[]): string =>
  names.length === 0 ? 'no app' : names.map((name) => `'${name}'`).join(', ');
