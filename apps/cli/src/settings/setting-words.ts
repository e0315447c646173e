import type { Vendor } from '@unpush/core';

/** What a setting is called, and what is said of it. */
export interface SettingWords {
  readonly flag: `--${string}`;
  /** What stands for its value in a help text. */
  readonly argument: string;
  readonly variable: `UNPUSH_${string}`;
  readonly about: string;
  /**
   * A number, which flags and variables can only write as text; or a path, relative to the working directory, in a
   * profile to the configuration file. Else it is text.
   */
  readonly holds?: 'number' | 'path';
  /** The vendor that alone knows it, and what it tells: which app it is, or where its credential lies. */
  readonly of?: { readonly vendor: Vendor; readonly tells: 'app' | 'credential' };
}
