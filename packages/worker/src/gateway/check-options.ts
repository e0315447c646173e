import type * as z from 'zod/mini';
import { en } from 'zod/locales';
import { optionsSchema } from './options-schema.ts';
import type { GatewayOptions } from './options.ts';

/** Something that is wrong with the options. */
export interface OptionProblem {
  /** Where: `access.keys.0.sha256`. */
  readonly path: string;
  /** What, and the remedy; never the value. */
  readonly problem: string;
}

/** The small zod has no words of its own, and not every field has some here. */
const { localeError: inEnglish } = en();

/** Checks all of the options, and names everything that is wrong at once. */
export function checkOptions(given: GatewayOptions): readonly OptionProblem[] {
  const checked = optionsSchema.safeParse(given, { error: inEnglish });
  if (!checked.success) return checked.error.issues.map(problemOf);
  return [...checkAccess(given), ...checkNames(given)];
}

const problemOf = ({ path, code, message, ...issue }: z.core.$ZodIssue): OptionProblem => ({
  path: path.map(String).join('.') || 'options',
  problem: code === 'invalid_key' && 'issues' in issue ? (issue.issues[0]?.message ?? message) : message,
});

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
