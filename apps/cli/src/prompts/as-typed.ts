import { SETTINGS, type FieldName } from '../settings/words.ts';

/** Text from a command line or a prompt as the value that its field wants. */
export const asTyped = (name: FieldName, text: string): string | number =>
  SETTINGS[name].holds === 'number' && /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
