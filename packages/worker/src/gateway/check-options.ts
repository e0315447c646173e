import { problemsIn } from '@unpush/core';
import { checkApp } from '../app/check-app.ts';
import { optionsSchema } from './options-schema.ts';
import type { GatewayOptions } from './options.ts';

/** Something that is wrong with the options. */
export interface OptionProblem {
  /** Where: `access.keys.0.sha256`. */
  readonly path: string;
  /** What, and what must stand there; never the value. */
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

/** The SHA-256 of nothing. */
const OF_NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** Names that lead to something else: of apps, and of those who hold keys. */
function checkNames({ access, apps }: GatewayOptions): readonly OptionProblem[] {
  const { keys = [], cloudflareAccess } = access;
  const unknown = (path: string, named: readonly string[] | '*'): readonly OptionProblem[] =>
    (named === '*' ? [] : [...named.entries()])
      .filter(([, app]) => !Object.hasOwn(apps, app))
      .map(([index]) => ({
        path: `${path}.${index}`,
        problem: `must be one of the apps, which are ${Object.keys(apps).join(', ')}`,
      }));
  const doubled = (field: 'id' | 'sha256'): readonly OptionProblem[] =>
    keys.flatMap((key, index) => {
      const first = keys.findIndex((other) => other[field].toLowerCase() === key[field].toLowerCase());
      if (first === index) return [];
      return [{ path: `access.keys.${index}.${field}`, problem: `is that of access.keys.${first} too` }];
    });
  const grants = Object.entries(cloudflareAccess?.grants ?? {});
  const names = grants.map(([who]) => who.toLowerCase());
  return [
    ...doubled('id'),
    ...doubled('sha256'),
    ...keys.flatMap(({ sha256 }, index) =>
      sha256.toLowerCase() === OF_NOTHING
        ? [{ path: `access.keys.${index}.sha256`, problem: 'is that of no key at all: was $KEY empty?' }]
        : [],
    ),
    ...(new Set(names).size === names.length
      ? []
      : [
          {
            path: 'access.cloudflareAccess.grants',
            problem: 'names somebody twice: upper and lower case are one, so give each once',
          },
        ]),
    ...keys.flatMap(({ apps: named }, index) => unknown(`access.keys.${index}.apps`, named)),
    ...grants.flatMap(([who, { apps: named }]) =>
      unknown(`access.cloudflareAccess.grants.${who}.apps`, named),
    ),
  ];
}
