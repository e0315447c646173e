import { problemsIn } from '@unpush/core';
import { checkApp } from '../app/check-app.ts';
import { optionsSchema } from './options-schema.ts';
import type { GatewayOptions } from './options.ts';

/** Something that is wrong with the options. */
export interface OptionProblem {
  /** Where: `access.keys.0.sha256`. */
  readonly path: string;
  /** What, and the remedy; never the value. */
  readonly problem: string;
}

/** Checks all of the options, and names everything that is wrong at once. */
export function checkOptions(given: GatewayOptions): readonly OptionProblem[] {
  const wrong = problemsIn(optionsSchema, given).map(({ field, problem }) => ({
    path: field === 'request' ? 'options' : field,
    problem,
  }));
  if (wrong.length > 0) return wrong;
  const ofApps = checkApps(given);
  return ofApps.length > 0 ? ofApps : [...checkAccess(given), ...checkNames(given)];
}

const checkApps = ({ apps }: GatewayOptions): readonly OptionProblem[] =>
  Object.entries(apps).flatMap(([name, app]) =>
    checkApp(app).map(({ field, problem }) => ({
      path: field === 'request' ? `apps.${name}` : `apps.${name}.${field}`,
      problem,
    })),
  );

function checkAccess({ access: { keys = [], cloudflareAccess } }: GatewayOptions): readonly OptionProblem[] {
  if (keys.length > 0 || cloudflareAccess !== undefined) return [];
  return [{ path: 'access', problem: 'lets nobody in: give it keys, or cloudflareAccess' }];
}

/** Names that lead to something else: of apps, and of those who hold keys. */
function checkNames({ access, apps }: GatewayOptions): readonly OptionProblem[] {
  const { keys = [], cloudflareAccess } = access;
  const unknown = (path: string, named: readonly string[] | '*'): readonly OptionProblem[] =>
    (named === '*' ? [] : named)
      .filter((app) => !Object.hasOwn(apps, app))
      .map((app) => ({ path, problem: `names an app that is not among the apps: ${app.slice(0, 64)}` }));
  const doubled = (field: 'id' | 'sha256'): readonly OptionProblem[] =>
    keys.flatMap((key, index) => {
      const first = keys.findIndex((other) => other[field].toLowerCase() === key[field].toLowerCase());
      if (first === index) return [];
      return [{ path: `access.keys.${index}.${field}`, problem: `is that of access.keys.${first} too` }];
    });
  return [
    ...doubled('id'),
    ...doubled('sha256'),
    ...keys.flatMap(({ apps: named }, index) => unknown(`access.keys.${index}.apps`, named)),
    ...Object.entries(cloudflareAccess?.grants ?? {}).flatMap(([who, { apps: named }]) =>
      unknown(`access.cloudflareAccess.grants.${who}.apps`, named),
    ),
  ];
}
