import type { Devices } from '../world/devices.ts';
import type { Wave } from '../world/wave.ts';

/** What was accepted for one notification of one app. */
export interface Revocations {
  /** How often a revoke with this token was accepted. */
  times(token: string): number;
  /** Every token that was accepted at least once, with how often. */
  entries(): Iterable<readonly [token: string, times: number]>;
  /** How many tokens were accepted at least once. */
  readonly count: number;
}

/** Reads a wave by tokens. It stays current. */
export function revocationsOf(wave: Wave, devices: Devices): Revocations {
  return {
    times(token) {
      const device = devices.numberOf(token);
      return (device === undefined ? 0 : wave.timesRevoked(device)) + (wave.strangers.get(token) ?? 0);
    },
    *entries() {
      for (const [device, times] of wave.revokes()) yield [devices.tokenOf(device), times];
      yield* wave.strangers;
    },
    get count() {
      return wave.revokedDevices + wave.strangerCount;
    },
  };
}
