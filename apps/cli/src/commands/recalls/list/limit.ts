import { readInteger, type Flags } from '../../../flags/read-flags.ts';

/** How many recalls are listed at the most: all, unless `--limit` says so. Throws `SettingsError`. */
export const readLimit = (flags: Flags): number =>
  flags['limit'] === undefined
    ? Infinity
    : readInteger(flags, { name: 'limit', flag: '--limit', least: 1, most: 1_000_000 });
