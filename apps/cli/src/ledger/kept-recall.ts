import { isOfStore, type InputFile, type LedgerSettings } from '@unpush/recall/node';
import { SettingsError } from '../errors/settings-error.ts';
import type { FileStamp } from '../output/file-stamp.ts';
import type { Settings } from '../settings/resolve-settings.ts';
import { FIELD_NAMES, type FieldName } from '../settings/words.ts';

/**
 * What a later session needs to go on with a recall, beside its facts. It lies in the ledger, so there is no
 * secret in it: of a key only the path, or the name of the variable.
 */
export interface KeptRecall {
  readonly format: 1;
  readonly settings: Readonly<Partial<Record<FieldName, string | number>>>;
  /** The proxy's URL holds a password, and was left out. */
  readonly withoutProxy?: true;
  readonly files: readonly InputFile[];
  readonly giveUpAfterMs: number;
  readonly keepGoing: boolean;
  readonly outputs: Outputs;
  /** When the push was sent, in milliseconds since 1970, where that was said. */
  readonly sentAt?: number;
}

/** Files that are written when a session ends. Paths are absolute. */
export interface Outputs {
  readonly report?: {
    readonly path: string;
    readonly all: boolean;
    readonly written?: FileStamp | undefined;
  };
  readonly evidence?: {
    readonly path: string;
    readonly signKey?: string;
    readonly written?: FileStamp | undefined;
  };
}

/** They find recalls, here or elsewhere. */
const NOT_OF_IT: ReadonlySet<FieldName> = new Set(['ledger', 'gateway', 'gatewayKeyFile']);

/** The settings that are kept: all but those that only find the ledger, and those with a secret in them. */
export function keepSettings(settings: Settings): Pick<KeptRecall, 'settings' | 'withoutProxy'> {
  const { proxy } = settings;
  const withoutProxy = proxy !== undefined && holdsPassword(proxy.value);
  const names = FIELD_NAMES.filter((name) => !NOT_OF_IT.has(name) && !(withoutProxy && name === 'proxy'));
  return {
    settings: Object.fromEntries(
      names.flatMap((name) => (settings[name] === undefined ? [] : [[name, settings[name].value]])),
    ),
    ...(withoutProxy && { withoutProxy }),
  };
}

/** The same recall with other settings. What was left out of the earlier ones is no fact of these. */
export function changeSettings(kept: KeptRecall, settings: Settings): KeptRecall {
  const { format, files, giveUpAfterMs, keepGoing, outputs, sentAt } = kept;
  const age = sentAt === undefined ? {} : { sentAt };
  return { format, files, giveUpAfterMs, keepGoing, outputs, ...age, ...keepSettings(settings) };
}

function holdsPassword(url: string): boolean {
  const parsed = URL.parse(url);
  // What cannot be read can hold anything
  return parsed?.username !== '' || parsed.password !== '';
}

/** The settings in a ledger, for telling of them: empty where another version wrote them in another way. */
export function keptIn({ settings }: LedgerSettings): Readonly<Record<string, unknown>> {
  return typeof settings === 'object' && settings !== null ? { ...settings } : {};
}

/** Reads what {@link KeptRecall} says from a ledger. Throws {@link SettingsError} where something else wrote it. */
export function readKept(recallId: string, settings: LedgerSettings): KeptRecall {
  if (isOfStore(settings)) {
    throw new SettingsError(
      `recall ${recallId} was begun by a program that uses unpush, which alone has the app and the key to go on with it: nothing was sent; resume it there, or begin another one beside it with --again`,
    );
  }
  if (settings['format'] !== 1) {
    throw new SettingsError(
      `recall ${recallId} was not begun by this command line, or by a newer one, which alone can go on with it: nothing was sent; update unpush, or begin another one beside it with --again`,
    );
  }
  // Only this command line writes this format, from that type
  return settings as unknown as KeptRecall;
}
