import type { Fields, Order } from '../operation.ts';
import { wantedText } from '../wanted-text.ts';
import { checkDeliveryToken, checkOsType } from './device-token.ts';

/** `PushBind`: somebody logs in on a device. One that is new to the app becomes one of its devices. */
export function bind({ parameters, space, world }: Order): Fields {
  const token = checkDeliveryToken(parameters);
  const userId = wantedText(parameters, 'UserId', '3012');
  const channel = checkOsType(parameters, world);
  space.phones.adopt([token], channel);
  const device = space.phones.numberOf(token);
  if (device !== undefined) space.users.bind(userId, device);
  return {};
}
