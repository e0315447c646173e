import type { Quota } from '../../world/quota.ts';
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
  const meter = world.quotas.meter(clientId);
  if (meter !== undefined && !meter.take(devices, world.clock.monotonic()))
    throw new FlowControl(meter.quota);
}
