import type { Settings } from '../../settings/resolve-settings.ts';
import type { Environment } from './connection-room.ts';

/** `unpush token` for a vendor. */
export interface TokenRoom {
  /** Makes a token. Throws `SettingsError` or `CredentialError`. */
  issue(settings: Settings, env: Environment): Promise<IssuedToken>;
}

/** A token: a secret. */
export interface IssuedToken {
  readonly text: string;
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
  /** What it says and what signed it, without what makes it a secret. */
  decode(): Promise<object>;
}
