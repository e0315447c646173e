import { ServiceRefusal } from '../../answers/refusals.ts';
import type { Fields, Order } from '../operation.ts';
import { wantedText } from '../wanted-text.ts';
import { checkDeliveryToken } from './device-token.ts';

/** `PushUnBind`: somebody logs out. Whoever is not logged in there stays logged out. */
export function unbind({ parameters, space }: Order): Fields {
  const token = checkDeliveryToken(parameters);
  const userId = wantedText(parameters, 'UserId', '3012');
  const device = space.phones.numberOf(token);
  if (device === undefined) throw new ServiceRefusal('3054');
  const user = space.users.userOf(device);
  if (user !== undefined && space.users.idOf(user) === userId) space.users.unbind(device);
  return {};
}
