import type { TokenRoom } from './rooms/token-room.ts';
import type { VendorDoor } from './vendor-door.ts';

/** A flag that only one vendor's notifications or apps have. */
export interface FlagWords {
  /** Camel-cased, as commander hands it on. */
  readonly name: string;
  readonly flag: `--${string}`;
  /** What stands for its value in a help text. */
  readonly argument: string;
  readonly about: string;
  /** All that it takes, where that is little enough to be completed. */
  readonly values?: readonly string[];
  readonly isRepeatable?: true;
  /** Whether it is what names a notification. */
  readonly isName?: true;
}

/**
 * What each start of the program reads of a vendor: plain data, for the help texts and completions. The code that
 * speaks to it is loaded when it is called for.
 */
export interface VendorEntry {
  /** In running text: `Huawei`. */
  readonly name: string;
  /** Where one is chosen: product and maker. */
  readonly label: string;
  /** Of `unpush revoke`: which notification. */
  readonly selectorFlags: readonly FlagWords[];
  /** Of `unpush emulate`: which apps, and what their phones show. */
  readonly emulatorFlags: readonly FlagWords[];
  /** `unpush token`; or why there is nothing that it could print, as the end of a sentence. */
  readonly token: { readonly load: () => Promise<TokenRoom> } | { readonly none: string };
  /** Opens its door. */
  readonly load: () => Promise<VendorDoor>;
}
