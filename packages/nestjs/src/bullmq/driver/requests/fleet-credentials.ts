import type { CredentialId, Verdict } from '@unpush/core';
import type { FleetOrder } from '../../batch/batch-job.ts';

/** The credentials of all processes as one, which the engine can have renewed. */
export interface FleetCredentials {
  /** What goes with the next request. */
  readonly order: FleetOrder;
  /** Puts a verdict under the credential of the whole fleet. */
  asOne(verdict: Verdict, generation: number): Verdict;
  /** From now on all processes are to have newer credentials, unless that was asked for already. */
  renew(refused: CredentialId): void;
}

/** More than these are not known of any longer; a cache gives out the last one. */
const REMEMBERED = 50;

/**
 * Each process has a credential of its own. The engine renews each refused one once; to it they are one credential,
 * `fleet-1`, until one of them is refused, and then another, `fleet-2`.
 */
export function fleetCredentials(driver: string): FleetCredentials {
  let generation = 1;
  let refused: readonly CredentialId[] = [];
  const nameOf = (of: number): CredentialId => `fleet-${of}`;
  return {
    get order() {
      return { driver, generation, refused };
    },
    asOne(verdict, sentUnder) {
      const { credentialId, advice } = verdict;
      if (credentialId === undefined) return verdict;
      if (advice === 'renew' && !refused.includes(credentialId)) {
        refused = [...refused, credentialId].slice(-REMEMBERED);
      }
      return { ...verdict, credentialId: nameOf(sentUnder) };
    },
    renew(id) {
      if (id === nameOf(generation)) generation += 1;
    },
  };
}
