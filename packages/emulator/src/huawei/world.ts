import type { EmulatorClock } from '../clock.ts';
import type { Random } from '../random.ts';
import type { Devices } from '../world/devices.ts';
import type { Quotas } from '../world/quotas.ts';
import type { Trays } from '../world/trays.ts';
import type { HuaweiApps } from './apps.ts';
import type { HuaweiBehaviour } from './behaviour.ts';
import type { GoodSignatures } from './jwt/good-signatures.ts';
import type { Quota } from './quota.ts';

/** Everything the endpoints look at and change. */
export interface HuaweiWorld {
  readonly apps: HuaweiApps;
  readonly devices: Devices;
  readonly trays: Trays;
  readonly quotas: Quotas<Quota>;
  readonly goodSignatures: GoodSignatures;
  readonly clock: EmulatorClock;
  readonly random: Random;
  behaviour: HuaweiBehaviour;
}
