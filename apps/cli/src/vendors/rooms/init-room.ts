import type { Profile } from '../../settings/fields.ts';
import type { Terminal } from '../../terminal/terminal.ts';

/** A vendor's part of `unpush init`. */
export interface InitRoom {
  /** Asks for what the profile lacks. Throws `SettingsError` when the person gives up. */
  ask(profile: Profile, terminal: Terminal): Promise<Profile>;
  /** The flags, with their arguments, without which the profile is of no use. */
  missing(profile: Profile): readonly string[];
  /** Looks at the file with the credential, where the profile names one. Throws `CredentialError`. */
  checkKey(profile: Profile, cwd: string): Promise<KeyFile | undefined>;
}

/** What was found of a file with a credential. */
export interface KeyFile {
  /** Absolute. */
  readonly path: string;
  /** Others than its owner can read it. */
  readonly looseMode: boolean;
}
