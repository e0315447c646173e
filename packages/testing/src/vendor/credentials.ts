import type { Clock, CredentialId } from '@unpush/core';

/** What becomes of credentials. They are called `credential-1`, `credential-2` and so on. */
export interface CredentialOptions {
  /** How long each is good for. Default: without end. */
  readonly lifeMs?: number;
  /** Numbers of those the vendor never takes. */
  readonly refused?: readonly number[];
  /** How long a new one takes to make. Default 0. */
  readonly renewMs?: number;
  /** Keeps the old one, though asked for a new one. */
  readonly stuck?: boolean;
  /** Thrown when asked for a new one. */
  readonly renewError?: Error;
  /** What a refusal tells of the vendor's clock. */
  readonly clockSkewMs?: number;
}

/** The caller's side of the credentials, and the vendor's check of them. */
export interface Credentials {
  readonly current: CredentialId;
  /** How often a new one was made. */
  readonly renewals: number;
  isGood(id: CredentialId): boolean;
  renew(refused: CredentialId): Promise<void>;
}

export function credentialsOf(options: CredentialOptions, clock: Clock): Credentials {
  const issuedAt = [clock.monotonic()];
  let renewals = 0;
  const idOf = (number: number): CredentialId => `credential-${number}`;
  return {
    get current() {
      return idOf(issuedAt.length);
    },
    get renewals() {
      return renewals;
    },
    isGood(id) {
      const number = Number(id.replace('credential-', ''));
      const age = clock.monotonic() - (issuedAt[number - 1] ?? -Infinity);
      return age < (options.lifeMs ?? Infinity) && options.refused?.includes(number) !== true;
    },
    async renew(refused) {
      if (refused !== idOf(issuedAt.length)) return;
      renewals += 1;
      if (options.renewMs !== undefined) await clock.sleep(options.renewMs);
      if (options.renewError !== undefined) throw options.renewError;
      if (options.stuck !== true) issuedAt.push(clock.monotonic());
    },
  };
}
