import { SettingsError } from '../../errors/settings-error.ts';
import { listFlag, readDuration, textFlags, type Flags } from '../../flags/read-flags.ts';
import type { InputRequest } from '../../input/input-request.ts';
import { readOutputFlags, type OutputFlags } from '../../output/output-flags.ts';
import type { AskedNotification, VendorDoor } from '../../vendors/vendor-door.ts';
import type { Selector } from '../../vendors/words/recall-words.ts';
import type { NotificationWords } from '../../vendors/words/recall-words.ts';

/** What was asked for on the command line, checked. */
export interface RevokeRequest extends InputRequest, OutputFlags {
  readonly selector: Selector;
  readonly notification: NotificationWords;
  /** When it was sent, in milliseconds since 1970, where that was said. */
  readonly sentAt?: number;
  /** The one target, where the selector already says whom it went to. */
  readonly onlyTarget?: string;
  /** What the vendor's door says of it to a person, before it is confirmed. */
  readonly notes: readonly string[];
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
export function readRevokeRequest(
  flags: Flags,
  door: Pick<VendorDoor, 'readNotification' | 'describeNotification'>,
): RevokeRequest {
  const asked = door.readNotification(flags, Date.now());
  const notification = door.describeNotification(asked.selector);
  return {
    ...asked,
    notification,
    ...readTargets(flags, { asked, notification }),
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

interface Whose {
  readonly asked: AskedNotification;
  readonly notification: NotificationWords;
}

/** The lists of targets; none where the selector says already whom the notification went to. */
function readTargets(
  flags: Flags,
  { asked: { onlyTarget }, notification }: Whose,
): Pick<RevokeRequest, 'files' | 'tokens'> {
  const files = [...listFlag(flags, 'tokens'), ...listFlag(flags, 'targets')];
  const tokens = listFlag(flags, 'token');
  const { id, target } = notification;
  if (onlyTarget !== undefined) {
    if (files.length + tokens.length === 0) return { files, tokens: [onlyTarget] };
    throw new SettingsError(
      `a list of targets was given, but the ${id.name} ${id.value} says already whom the notification went to: leave --tokens, --targets and --token out`,
    );
  }
  if (files.length + tokens.length === 0) {
    throw new SettingsError(
      `--tokens is missing: give a file of ${target.many} (or - for standard input), or --token`,
    );
  }
  if (files.filter((file) => file === '-').length > 1) {
    throw new SettingsError(
      '--tokens - stands more than once, but there is one standard input: give it once',
    );
  }
  return { files, tokens };
}
