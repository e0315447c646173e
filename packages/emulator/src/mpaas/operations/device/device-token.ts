import { ServiceRefusal } from '../../answers/refusals.ts';
import type { Parameters } from '../../parameters.ts';
import type { MpaasChannel } from '../../store/phones/channels.ts';
import type { MpaasWorld } from '../../world.ts';
import { wantedText } from '../wanted-text.ts';

/** `DeliveryToken`: there, and without blanks or control characters. More of its form is not documented. */
export function checkDeliveryToken(parameters: Parameters): string {
  const token = wantedText(parameters, 'DeliveryToken', '3001');
  if (/[\s\p{Cc}]/u.test(token)) throw new ServiceRefusal('3054');
  return token;
}

/** `OsType`, one of those that a setting names. Returns the channel that such a device has before anything is reported. */
export function checkOsType(parameters: Parameters, { behaviour }: MpaasWorld): MpaasChannel {
  const osType = parameters.integer('OsType') ?? Number.NaN;
  if (!behaviour.osTypes.includes(osType)) throw new ServiceRefusal('3008');
  // As DeliveryType numbers them.
  if (osType === 2) return 'ios';
  return osType === 7 ? 'harmonyos' : 'selfBuilt';
}
