import { readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string; // our own package.json, which always has one
};

/** The version of this package. */
export const VERSION: string = manifest.version;
