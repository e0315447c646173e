import { readFileSync } from 'node:fs';

/** The version of this package; `unknown` in a bundle, which has no package.json of ours beside it. */
export const VERSION: string = versionIn('../../package.json');

function versionIn(path: string): string {
  try {
    // The cast: whatever lies there, its fields are looked at
    const manifest = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as Partial<
      Record<'name' | 'version', unknown>
    > | null;
    const { name, version } = manifest ?? {};
    // Beside a bundle lies the application's own
    if (name === '@unpush/nestjs' && typeof version === 'string') return version;
  } catch {
    // There is none, or no path to it
  }
  return 'unknown';
}
