import type { CredentialId, Revoker } from '@unpush/core';
import type { FleetOrder } from './batch-job.ts';

/** Keeps this process's credential as new as the driver wants those of all processes. */
export interface CredentialFollower {
  /** Resolves when a request may be made under the credential that is in use. Rejects where none can be had. */
  follow(order: FleetOrder): Promise<void>;
  /** A request was made under this one. */
  used(id: CredentialId | undefined): void;
}

/**
 * Each process has a credential of its own, so one that is refused here is unknown there. A new generation means that
 * all are to be renewed: the one used last, and those that were refused, in case they come out of a shared cache.
 */
export function followCredentials({
  renewCredential,
}: Pick<Revoker<never>, 'renewCredential'>): CredentialFollower {
  let known = { driver: '', generation: 1 };
  let latest: CredentialId | undefined;
  let renewal: Promise<void> = Promise.resolve();

  async function renewAll(ids: ReadonlySet<CredentialId>): Promise<void> {
    for (const id of ids) await renewCredential(id);
  }

  return {
    follow({ driver, generation, refused }) {
      const before = driver === known.driver ? known.generation : 1;
      if (generation <= before) return renewal;
      known = { driver, generation };
      const ids = new Set([...refused, ...(latest === undefined ? [] : [latest])]);
      renewal = renewal.then(() => renewAll(ids));
      renewal.catch(() => {
        // The next request tries again
        known = { driver, generation: before };
        renewal = Promise.resolve();
      });
      return renewal;
    },
    used(id) {
      latest = id ?? latest;
    },
  };
}
