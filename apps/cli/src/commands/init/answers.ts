import type { Vendor } from '@unpush/core';
import type { Profile } from '../../settings/fields.ts';
import { SettingsError } from '../../errors/settings-error.ts';
import { FIELD_NAMES, SETTINGS } from '../../settings/words.ts';
import { DEFAULT_VENDOR } from '../../settings/defaults.ts';
import { DOORS } from '../../vendors/doors.ts';
import { refuseForeignFlags } from '../../vendors/refuse-foreign-flags.ts';
import type { InitRoom } from '../../vendors/rooms/init-room.ts';
import { asTyped } from '../../prompts/as-typed.ts';
import { problemWith, problemWithApp } from '../../prompts/check-answer.ts';

/** Everything that goes into the configuration file, as far as it is known. Paths as they were typed. */
export interface Answers {
  readonly app?: string;
  readonly profile: Profile;
}

type Flags = Readonly<Record<string, unknown>>;

/** What the flags say. Throws {@link SettingsError} for a value that may not go into the file. */
export function readAnswers(flags: Flags): Answers {
  const entries = FIELD_NAMES.flatMap((name) => {
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

/** A profile is of one vendor, and what only another one knows says nothing in it. Throws {@link SettingsError}. */
export function refuseForeign(profile: Profile, vendor: Vendor): void {
  refuseForeignFlags(profile, {
    meant: vendor,
    why:
      profile.vendor === undefined
        ? `the vendor is ${DOORS[vendor].name} where nothing says otherwise`
        : `${SETTINGS.vendor.flag} is "${vendor}"`,
    remedy: (other) => `nothing was written; leave it out, or give ${SETTINGS.vendor.flag} ${other}`,
  });
}

/** Answers with all that a profile needs. */
export interface CompleteAnswers {
  readonly app: string;
  readonly profile: Profile & { readonly vendor: Vendor };
}

/** The vendor's part of the questions. */
export const roomFor = async (vendor: Vendor): Promise<InitRoom> => (await DOORS[vendor].load()).init();

/** Makes sure that nothing is missing. Throws {@link SettingsError} naming every flag that is. */
export async function complete({ app, profile }: Answers): Promise<CompleteAnswers> {
  const { vendor = DEFAULT_VENDOR, ...others } = profile;
  refuseForeign(profile, vendor);
  const needed = (await roomFor(vendor)).missing(profile);
  if (app !== undefined && needed.length === 0) return { app, profile: { vendor, ...others } };
  const missing = [...(app === undefined ? ['--app NAME'] : []), ...needed];
  throw new SettingsError(
    `nobody can be asked here, and ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing: give what is missing, or run \`unpush init\` on a screen without --no-input`,
  );
}
