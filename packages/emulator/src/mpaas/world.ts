import type { EmulatorClock } from '../clock.ts';
import type { Random } from '../random.ts';
import { Quotas } from '../world/quotas.ts';
import { AccessKeys } from './accounts/access-keys.ts';
import { MpaasApps } from './accounts/apps.ts';
import {
  DEFAULT_BEHAVIOUR,
  type MpaasBehaviour,
  type MpaasBehaviourOptions,
  behaviourSchema,
} from './behaviour.ts';
import { Nonces } from './checks/nonces.ts';
import type { MpaasQuota } from './quota.ts';

/** Everything the endpoint looks at and changes. */
export interface MpaasWorld {
  readonly apps: MpaasApps;
  readonly accessKeys: AccessKeys;
  readonly nonces: Nonces;
  readonly quotas: Quotas<MpaasQuota>;
  readonly clock: EmulatorClock;
  readonly random: Random;
  /** Whether accepted targets that nobody has are kept, or only counted. */
  readonly rememberStrangers: boolean;
  behaviour: MpaasBehaviour;
}

/**
 * Message Push before anybody made an app.
 *
 * @throws ZodError if a setting of `behaviour` does not exist or has no such value.
 */
export function createMpaasWorld(options: {
  readonly clock: EmulatorClock;
  readonly random: Random;
  readonly rememberStrangers: boolean;
  readonly behaviour: MpaasBehaviourOptions | undefined;
}): MpaasWorld {
  const { clock, random, rememberStrangers, behaviour } = options;
  return {
    apps: new MpaasApps(),
    accessKeys: new AccessKeys(),
    nonces: new Nonces(),
    quotas: new Quotas(({ requestsPerSecond, model }) => ({ perSecond: requestsPerSecond, model })),
    clock,
    random,
    rememberStrangers,
    behaviour: behaviourSchema.parse({ ...DEFAULT_BEHAVIOUR, ...behaviour }),
  };
}
