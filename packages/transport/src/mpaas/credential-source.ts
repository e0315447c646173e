import type { Clock, CredentialId, Random } from '@unpush/core';
import { createFlight } from '../async/flight.ts';
import type { AccessKey } from './access-key.ts';
import { importHmacKey, type HmacKey } from './acs3.ts';

/** Gives an access key when one is needed: a file that is read again, a service that hands out temporary ones. */
export type AccessKeyProvider = () => AccessKey | Promise<AccessKey>;

/** What requests are signed with. */
export interface MpaasCredential {
  /** Names it without containing it. */
  readonly id: CredentialId;
  readonly accessKey: AccessKey;
  readonly key: HmacKey;
  /** What is added to our clock to have the vendor's, in milliseconds. */
  readonly clockOffsetMs: number;
}

/** Gives out the credential to use, and another one when it was refused. */
export interface CredentialSource {
  /** The credential in use. Rejects with what the provider rejects with. */
  current(): Promise<MpaasCredential>;
  /**
   * Replaces the credential named `refused`, if there is anything else to be had: another key of the provider, or
   * the vendor's clock instead of ours. Does nothing if a newer one is already in use.
   */
  renew(refused: CredentialId): Promise<void>;
  /** The vendor refused a request because of its time, and said its own: vendor's clock minus ours, in milliseconds. */
  noteSkew(skewMs: number): void;
}

/** Options of {@link createCredentialSource}. */
export interface CredentialSourceOptions {
  readonly accessKey: AccessKey | AccessKeyProvider;
  readonly clock: Clock;
  readonly random: Random;
  /** True where a promise made in one request may not be awaited in another, as on Cloudflare Workers. */
  readonly isolateRequests?: boolean;
}

/** A smaller difference between the clocks is no reason for a refusal: fifteen minutes are allowed. */
const WORTH_CORRECTING_MS = 60_000;

/** Keeps the credential in use; the secret is made ready to sign once. */
export function createCredentialSource({
  accessKey,
  clock,
  random,
  isolateRequests = false,
}: CredentialSourceOptions): CredentialSource {
  const provide: AccessKeyProvider = typeof accessKey === 'function' ? accessKey : () => accessKey;
  const flight = createFlight<MpaasCredential>({ shared: !isolateRequests });
  let held: MpaasCredential | undefined;
  let skewMs = 0;

  const make = async ({
    clockOffsetMs,
  }: Pick<MpaasCredential, 'clockOffsetMs'>): Promise<MpaasCredential> => {
    const given = await provide();
    // Nothing else is to be had: under the old name, so that nobody takes it for a fresh one
    if (held?.accessKey.equals(given) === true && held.clockOffsetMs === clockOffsetMs) return held;
    held = {
      id: nameOf(given, { clock, random }),
      accessKey: given,
      key: await importHmacKey(given.secret()),
      clockOffsetMs,
    };
    return held;
  };

  return {
    current: async () => held ?? flight(() => make({ clockOffsetMs: 0 })),
    noteSkew: (ms) => {
      skewMs = ms;
    },
    renew: async (refused) => {
      if (held?.id !== refused) return;
      const before = held.clockOffsetMs;
      const isOff = Math.abs(skewMs - before) >= WORTH_CORRECTING_MS;
      await flight(() => make({ clockOffsetMs: isOff ? skewMs : before }));
    },
  };
}

/** A name for a credential: a hint whose key, when, and a random part. Nothing of the secret. */
function nameOf(
  { accessKeyId }: AccessKey,
  { clock, random }: { clock: Clock; random: Random },
): CredentialId {
  const hint = accessKeyId.slice(0, Math.min(6, Math.floor(accessKeyId.length / 3)));
  const since = Math.floor(clock.wall() / 1000).toString(36);
  const part = Math.floor(random() * 2 ** 32).toString(36);
  return `${hint}.${since}.${part}`;
}
