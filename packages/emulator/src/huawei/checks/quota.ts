import type { Quota } from '../quota.ts';
import type { HuaweiWorld } from '../world.ts';

/** Thrown when an app addresses more devices a second than it may. Answered with a bare HTTP 503. */
export class FlowControl extends Error {
  override readonly name = 'FlowControl';
  readonly quota: Quota;

  constructor(quota: Quota) {
    super(`more than ${quota.devicesPerSecond} devices a second`);
    this.quota = quota;
  }
}

/** Counts the devices of a request against the app's quota, whatever becomes of it afterwards. */
export function checkQuota(clientId: string, devices: number, world: HuaweiWorld): void {
  const refusing = world.quotas.refusal(clientId, devices, world.clock.monotonic());
  if (refusing !== undefined) throw new FlowControl(refusing);
}
