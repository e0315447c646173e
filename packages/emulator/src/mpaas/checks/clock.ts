import { GatewayRefusal } from '../answers/refusals.ts';
import type { Call } from '../call.ts';
import type { MpaasWorld } from '../world.ts';

const FORM = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/**
 * The date of a signature: `yyyy-MM-ddTHH:mm:ssZ`, at most so far from the server's clock.
 *
 * @returns it, in milliseconds since 1970.
 */
export function checkDate(date: string, { serverTime }: Call, { behaviour }: MpaasWorld): number {
  const time = FORM.test(date) ? Date.parse(date) : Number.NaN;
  if (Number.isNaN(time)) {
    throw new GatewayRefusal('InvalidTimeStamp.Format', 'It must be in UTC, as yyyy-MM-ddTHH:mm:ssZ.');
  }
  if (Math.abs(serverTime - time) > behaviour.clockSkewSeconds * 1000) {
    throw new GatewayRefusal(
      'InvalidTimeStamp.Expired',
      `It is ${new Date(serverTime).toISOString().replace(/\.\d+/, '')} by the server's clock.`,
    );
  }
  return time;
}
