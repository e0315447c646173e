import { DEFAULT_VENDOR } from './defaults.ts';
import { SETTINGS, type FieldName } from './words.ts';

/** Whether only another vendor than this one knows the setting. */
export function isForeign(name: FieldName, vendor: unknown = DEFAULT_VENDOR): boolean {
  const { of } = SETTINGS[name];
  return of !== undefined && of.vendor !== vendor;
}
