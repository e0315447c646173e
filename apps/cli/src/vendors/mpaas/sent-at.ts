import * as z from 'zod';
import { SettingsError } from '../../errors/settings-error.ts';

const withZone = z.iso.datetime({ offset: true });
const WRITE_IT =
  'write the time of the push as 2026-11-23T02:00:00+08:00, with its zone (Z for UTC), or in milliseconds since 1970';
/** Thirteen digits since September 2001; ten of them are seconds. */
const MILLISECONDS = /^\d{13}$/;

/** Reads `--sent-at`, in milliseconds since 1970. Throws {@link SettingsError}. */
export function readSentAt(text: string): number {
  if (MILLISECONDS.test(text)) return Number(text);
  if (/^\d+$/.test(text)) {
    const likely = text.length === 10 ? ', which looks like seconds' : '';
    throw refusal(text, `${likely}; milliseconds since 1970 have 13 digits`);
  }
  if (withZone.safeParse(text).success) return Date.parse(text);
  const hasNoZone = withZone.safeParse(`${text}Z`).success;
  throw refusal(text, `${hasNoZone ? ', which says no time zone' : ''}: ${WRITE_IT}`);
}

const refusal = (text: string, words: string): SettingsError =>
  new SettingsError(`--sent-at is ${JSON.stringify(text)}${words}: nothing was sent`);
