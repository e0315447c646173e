import type { Language } from '@unpush/core';
import type { Scope } from '../../contract/routes.ts';
import type { AppDescription } from '../../app/open-app.ts';

/** What somebody may do, and where. */
export interface Grant {
  readonly apps: readonly string[] | '*';
  readonly scopes: readonly Scope[];
}

/** A bearer key, to be compared with. */
export interface KnownKey extends Grant {
  readonly id: string;
  readonly digest: Uint8Array;
}

/** Cloudflare Access, as it is verified. */
export interface AccessSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly grants: ReadonlyMap<string, Grant>;
}

/** The options of a door, checked and with their defaults. */
export interface DoorSettings {
  readonly objects: DurableObjectNamespace;
  readonly failedAttempts: RateLimit;
  /** By our own names. */
  readonly apps: ReadonlyMap<string, AppDescription & { readonly name: string }>;
  readonly keys: readonly KnownKey[];
  readonly access?: AccessSettings;
  readonly corsOrigins: readonly string[];
  readonly language: Language;
  readonly locationHint: DurableObjectLocationHint;
  readonly jsonBytes: number;
}
