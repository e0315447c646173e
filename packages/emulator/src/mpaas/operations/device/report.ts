import type { Fields, Order } from '../operation.ts';
import { checkDeliveryToken, checkOsType } from './device-token.ts';

/**
 * `PushReport`: a device says that it is there. One that is new to the app becomes one of its devices. The numbers of
 * `ThirdChannel` are not documented, so it says nothing here.
 */
export function report({ parameters, space, world }: Order): Fields {
  const token = checkDeliveryToken(parameters);
  space.phones.adopt([token], checkOsType(parameters, world));
  return {};
}
