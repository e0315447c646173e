import { CredentialError, type Clock, type CredentialId, type Random } from '@unpush/core';
import { createFlight } from '../async/flight.ts';
import { withTimeLimit } from '../async/time-limit.ts';
import { hintOf, readAccessKey, type AccessKey, type AccessKeySource } from './access-key.ts';
import { importHmacKey, type HmacKey } from './acs3.ts';

/**
 * Gives an access key when one is needed: a file that is read again, a service that hands out temporary ones. It is
 * asked at the first call, and again when the vendor says that the key in use has ended.
 */
export type AccessKeyProvider = () => AccessKeySource | Promise<AccessKeySource>;

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
  /** The credential in use. Rejects with `CredentialError` where the provider gives none that can be. */
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
  /**
   * True where a promise made in one request may not be awaited in another, as on Cloudflare Workers: then requests
   * that come together, and find no key, each ask the provider.
   */
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
  const provide = providing(accessKey, clock);
  const flight = createFlight<MpaasCredential>({ shared: !isolateRequests });
  let held: MpaasCredential | undefined;
  /** What the vendor has said of the time since the last renewal. */
  let noted: number | undefined;

  const use = (credential: Omit<MpaasCredential, 'id'>): MpaasCredential =>
    (held = { ...credential, id: nameOf(credential.accessKey, { clock, random }) });

  const obtain = async (): Promise<MpaasCredential> => {
    const given = await provide();
    // Nothing else is to be had: under the old name, so that nobody takes it for a fresh one
    if (held?.accessKey.equals(given) === true) return held;
    const key = await importHmacKey(given.secret());
    return use({ accessKey: given, key, clockOffsetMs: held?.clockOffsetMs ?? 0 });
  };

  return {
    current: async () => held ?? flight(obtain),
    noteSkew: (ms) => {
      noted = ms;
    },
    renew: async (refused) => {
      if (held?.id !== refused) return;
      const skewMs = noted;
      noted = undefined;
      if (skewMs === undefined) await flight(obtain);
      else if (Math.abs(skewMs - held.clockOffsetMs) >= WORTH_CORRECTING_MS) {
        // The time was refused, and the key is as good as it was
        use({ ...held, clockOffsetMs: skewMs });
      }
    },
  };
}

/** A provider that is slower leaves a recall standing; a service that hands out keys answers within a second. */
const LIMIT_MS = 20_000;

function providing(
  accessKey: AccessKey | AccessKeyProvider,
  clock: Clock,
): () => AccessKey | Promise<AccessKey> {
  if (typeof accessKey !== 'function') return () => accessKey;
  return async () => {
    try {
      return readAccessKey(await withTimeLimit(Promise.resolve(accessKey()), { clock, ms: LIMIT_MS }));
    } catch (cause) {
      if (CredentialError.isInstance(cause)) throw cause;
      // Its own words are left out: whoever hands out keys may say them
      throw new CredentialError(
        `The provider of the access key gave none (or none within ${LIMIT_MS / 1000} s). Check what it stands on; its error is the cause of this one.`,
        { cause },
      );
    }
  };
}

/** A name for a credential: a hint whose key, when, and a random part. Nothing of the secret. */
function nameOf(
  { accessKeyId }: AccessKey,
  { clock, random }: { clock: Clock; random: Random },
): CredentialId {
  const since = Math.floor(clock.wall() / 1000).toString(36);
  const part = Math.floor(random() * 2 ** 32).toString(36);
  return `${hintOf(accessKeyId)}.${since}.${part}`;
}
