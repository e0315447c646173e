import type { EmulatorClock } from '../clock.ts';
import type { Random } from '../random.ts';
import { Devices } from '../world/devices.ts';
import { Quotas } from '../world/quotas.ts';
import { Trays } from '../world/trays.ts';
import { HuaweiApps } from './apps.ts';
import { DEFAULT_BEHAVIOUR, type HuaweiBehaviourOptions, behaviourSchema } from './behaviour.ts';
import { GoodSignatures } from './jwt/good-signatures.ts';
import { opaqueTokenMaker } from './opaque-tokens.ts';
import type { HuaweiWorld } from './world.ts';

/**
 * Push Kit before anybody made an app.
 *
 * @throws ZodError if a setting of `behaviour` does not exist or has no such value.
 */
export function createHuaweiWorld(options: {
  readonly clock: EmulatorClock;
  readonly random: Random;
  readonly rememberStrangers: boolean;
  readonly behaviour: HuaweiBehaviourOptions | undefined;
}): HuaweiWorld {
  const { clock, random, rememberStrangers, behaviour } = options;
  return {
    apps: new HuaweiApps(random),
    devices: new Devices(opaqueTokenMaker(random)),
    trays: new Trays({ rememberStrangers }),
    quotas: new Quotas(({ devicesPerSecond, model }) => ({ perSecond: devicesPerSecond, model })),
    goodSignatures: new GoodSignatures(),
    clock,
    random,
    behaviour: behaviourSchema.parse({ ...DEFAULT_BEHAVIOUR, ...behaviour }),
  };
}
