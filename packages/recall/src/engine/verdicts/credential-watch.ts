import type { CredentialId } from '@unpush/core';

/** A refused credential, as the request knew it that was refused. */
export interface RefusedCredential {
  readonly id: CredentialId | undefined;
  /** What {@link CredentialWatch.renewals} said when the request left. */
  readonly renewals: number;
}

/** Sees to it that each refused credential is renewed once, and that it ends when that does not help. */
export interface CredentialWatch {
  /** How many renewals are through. */
  readonly renewals: number;
  /** The vendor accepted what this credential signed. */
  proven(id: CredentialId | undefined): void;
  /**
   * Resolves once another credential is there: with true where the request may be sent again under it, with
   * false where there is no use in that. Rejects where the renewal does.
   */
  refused(refused: RefusedCredential): Promise<boolean>;
}

export function watchCredentials(renew: (refused: CredentialId) => Promise<void>): CredentialWatch {
  /** By which renewal, counted from 1, each was replaced. */
  const replacedBy = new Map<CredentialId, number>();
  /** All that were ever good: a late answer may speak of one that is long out of use. */
  const proven = new Set<CredentialId>();
  let renewal: Promise<void> = Promise.resolve();
  let through = 0;

  async function start(id: CredentialId): Promise<void> {
    await renew(id);
    through += 1;
  }

  return {
    get renewals() {
      return through;
    },
    proven(id) {
      if (id !== undefined) proven.add(id);
    },
    async refused({ id, renewals }) {
      if (id === undefined) return false;
      const replaced = replacedBy.get(id);
      if (replaced === undefined) {
        if (replacedBy.size > 0 && !proven.has(id)) return false;
        replacedBy.set(id, replacedBy.size + 1);
        renewal = start(id);
      } else if (renewals >= replaced) {
        // Sent after its renewal, and still under it: no renewal will change that
        return false;
      }
      // Also where another request asked for it: until it is through, only the old one could be sent
      await renewal;
      return true;
    },
  };
}
