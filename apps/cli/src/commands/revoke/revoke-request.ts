import { huaweiSelectorSchema, InvalidRequestError, parseRequest, type HuaweiSelector } from '@unpush/core';
import { SettingsError } from '../../errors/settings-error.ts';
import { listFlag, readDuration, textFlags, type Flags } from '../../flags/read-flags.ts';
import type { InputRequest } from '../../input/input-request.ts';
import { readOutputFlags, type OutputFlags } from '../../output/output-flags.ts';

/** What was asked for on the command line, checked. */
export interface RevokeRequest extends InputRequest, OutputFlags {
  readonly selector: HuaweiSelector;
  readonly dedupe: boolean;
  readonly giveUpAfterMs: number;
  readonly keepGoing: boolean;
  readonly dryRun: boolean;
  readonly confirm?: string;
  readonly mayAsk: boolean;
  readonly json: boolean;
  /** Begin though an unfinished recall of the same notification is there. */
  readonly again: boolean;
}

/** Checks the flags of `unpush revoke`. Throws {@link SettingsError} naming the flag, its value and the remedy. */
export function readRevokeRequest(flags: Flags): RevokeRequest {
  const files = [...listFlag(flags, 'tokens'), ...listFlag(flags, 'targets')];
  const tokens = listFlag(flags, 'token');
  if (files.length + tokens.length === 0) {
    throw new SettingsError(
      '--tokens is missing: give a file of push tokens (or - for standard input), or --token',
    );
  }
  if (files.filter((file) => file === '-').length > 1) {
    throw new SettingsError(
      '--tokens - stands more than once, but there is one standard input: give it once',
    );
  }
  return {
    selector: readSelector(flags),
    files,
    tokens,
    ...textFlags(flags, ['format', 'column', 'field', 'confirm']),
    dedupe: flags['dedupe'] !== false,
    giveUpAfterMs: readDuration('--give-up-after', String(flags['giveUpAfter'])),
    keepGoing: flags['keepGoing'] === true,
    dryRun: flags['dryRun'] === true,
    mayAsk: flags['input'] !== false,
    json: flags['json'] === true,
    again: flags['again'] === true,
    ...readOutputFlags(flags),
  };
}

function readSelector(flags: Flags): HuaweiSelector {
  const notifyId = flags['notifyId'];
  if (notifyId === undefined) {
    throw new SettingsError('--notify-id is missing: give the notifyId that the message was sent with');
  }
  try {
    return parseRequest(huaweiSelectorSchema, {
      notifyId: asNumber(notifyId),
      pushType: asNumber(flags['pushType'] ?? 'notification'),
    });
  } catch (error) {
    if (!InvalidRequestError.isInstance(error)) throw error;
    const flag = { notifyId: '--notify-id', pushType: '--push-type' } as Readonly<Record<string, string>>;
    const problems = error.problems.map(({ field, problem }) => `${flag[field] ?? field} ${problem}`);
    throw new SettingsError(problems.join('\n'), { cause: error });
  }
}

/** A shell has only text: what is written as a number is meant as one, if a number can hold it exactly. */
function asNumber(value: unknown): unknown {
  if (typeof value !== 'string' || !/^-?\d+(\.\d+)?$/.test(value)) return value;
  const number = Number(value);
  return String(number) === value ? number : value;
}
