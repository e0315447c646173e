import type { Profile } from '../../settings/fields.ts';
import { SettingsError } from '../../errors/settings-error.ts';
import { SETTINGS, type FieldName } from '../../settings/words.ts';
import { problemWith, problemWithApp } from './check-answer.ts';

/** Everything that goes into the configuration file, as far as it is known. Paths as they were typed. */
export interface Answers {
  readonly app?: string;
  readonly profile: Profile;
}

type Flags = Readonly<Record<string, unknown>>;

const NUMBERS: ReadonlySet<FieldName> = new Set(['quota', 'concurrency', 'batchSize', 'canary', 'timeout']);

/** What the flags say. Throws {@link SettingsError} for a value that may not go into the file. */
export function readAnswers(flags: Flags): Answers {
  const entries = (Object.keys(SETTINGS) as FieldName[]).flatMap((name) => {
    const given = flags[name];
    if (typeof given !== 'string') return [];
    const value = asTyped(name, given);
    const problem = problemWith(name, value);
    if (problem !== undefined) throw new SettingsError(`${SETTINGS[name].flag} ${problem}`);
    return [[name, value] as const];
  });
  // Each value has passed the very check of its field
  const profile = Object.fromEntries(entries) as Profile;
  const app = flags['app'];
  if (typeof app !== 'string') return { profile };
  const problem = problemWithApp(app);
  if (problem !== undefined) throw new SettingsError(`--app ${problem}`);
  return { app, profile };
}

/** Text from a command line or a prompt as the value that its field wants. */
export const asTyped = (name: FieldName, text: string): string | number =>
  NUMBERS.has(name) && /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;

/** Answers with all that a profile needs. */
export interface CompleteAnswers {
  readonly app: string;
  readonly profile: Profile;
}

/** Makes sure that nothing is missing. Throws {@link SettingsError} naming every flag that is. */
export function complete({ app, profile }: Answers): CompleteAnswers {
  if (profile.vendor === 'mpaas') {
    throw new SettingsError('--vendor is mpaas, for which there are no profiles yet: give --vendor huawei');
  }
  const hasKey = profile.serviceAccount !== undefined || profile.serviceAccountVariable !== undefined;
  if (app !== undefined && profile.clientId !== undefined && hasKey) {
    return { app, profile: { vendor: 'huawei', ...profile } };
  }
  const missing = [
    ...(app === undefined ? ['--app NAME'] : []),
    ...(profile.clientId === undefined ? ['--client-id ID'] : []),
    ...(hasKey ? [] : ['--service-account FILE']),
  ];
  throw new SettingsError(
    `nobody can be asked here, and ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing: give what is missing, or run \`unpush init\` on a screen without --no-input`,
  );
}
