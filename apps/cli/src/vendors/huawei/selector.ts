import { huaweiSelectorSchema, InvalidRequestError, parseRequest, type HuaweiSelector } from '@unpush/core';
import { SettingsError } from '../../errors/settings-error.ts';
import type { Flags } from '../../flags/read-flags.ts';
import { otherVendorHint } from './other-vendor.ts';
import type { Selector } from '../words/recall-words.ts';

const FLAGS: Readonly<Record<string, string>> = { notifyId: '--notify-id', pushType: '--push-type' };

/** Reads from the flags which notification is meant. Throws {@link SettingsError}. */
export function readSelector(flags: Flags): HuaweiSelector {
  const notifyId = flags['notifyId'];
  if (notifyId === undefined) {
    throw new SettingsError(
      `--notify-id is missing: give the notifyId that the message was sent with${otherVendorHint(flags['vendor'])}`,
    );
  }
  try {
    return parseRequest(huaweiSelectorSchema, {
      notifyId: asNumber(notifyId),
      pushType: asNumber(flags['pushType'] ?? 'notification'),
    });
  } catch (error) {
    if (!InvalidRequestError.isInstance(error)) throw error;
    const problems = error.problems.map(({ field, problem }) => `${FLAGS[field] ?? field} ${problem}`);
    throw new SettingsError(problems.join('\n'), { cause: error });
  }
}

/** Checks a selector that was kept. Throws `InvalidRequestError`. */
export const parseSelector = (kept: Selector): HuaweiSelector => parseRequest(huaweiSelectorSchema, kept);

/** A shell has only text: what is written as a number is meant as one, if a number can hold it exactly. */
function asNumber(value: unknown): unknown {
  if (typeof value !== 'string' || !/^-?\d+(\.\d+)?$/.test(value)) return value;
  const number = Number(value);
  return String(number) === value ? number : value;
}
