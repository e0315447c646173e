import { ServiceRefusal } from '../../../answers/refusals.ts';
import { numberOf } from '../../../store/pushes/deliver.ts';
import type { Order } from '../../operation.ts';
import type { DeliveryType } from './delivery-type.ts';

/**
 * Refuses ids of no device, if a setting says so. An id of a user is never refused: the vendor's states of delivery
 * have one for users that are not bound.
 */
export function checkKnown(
  targets: readonly string[],
  { addressing }: DeliveryType,
  { space, world }: Order,
): void {
  if (world.behaviour.unknownPushTarget === 'accept' || addressing === 'user') return;
  if (targets.some((target) => numberOf(target, { space, addressing }) === undefined)) {
    throw new ServiceRefusal('3054');
  }
}
