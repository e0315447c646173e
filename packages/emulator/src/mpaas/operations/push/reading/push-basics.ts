import { ServiceRefusal } from '../../../answers/refusals.ts';
import type { Parameters } from '../../../parameters.ts';
import type { MpaasWorld } from '../../../world.ts';
import type { Order } from '../../operation.ts';
import { type DeliveryType, checkDeliveryType } from './delivery-type.ts';
import { checkExtension } from './extension.ts';
import { type Strategy, readStrategy } from './strategy.ts';

/** What every push says of itself. */
export interface PushBasics {
  readonly deliveryType: DeliveryType;
  readonly strategy: Strategy;
}

/** Checks it, in the order of the README's list. */
export function checkPushBasics({ parameters, world }: Order): PushBasics {
  const deliveryType = checkDeliveryType(parameters);
  checkTaskName(parameters, world);
  checkLifetime(parameters, world);
  checkExtension(parameters.text('ExtendedParams'));
  return { deliveryType, strategy: readStrategy(parameters) };
}

/** There, if a setting wants it; never empty. */
function checkTaskName(parameters: Parameters, { behaviour }: MpaasWorld): void {
  const name = parameters.get('TaskName');
  if (name === '' || (name === undefined && behaviour.taskName === 'required'))
    throw new ServiceRefusal('3019');
}

/** How long the vendor goes on trying to deliver it, in seconds. */
function checkLifetime(parameters: Parameters, { behaviour }: MpaasWorld): void {
  const seconds = parameters.integer('ExpiredSeconds') ?? Number.NaN;
  if (!(seconds > 0)) throw new ServiceRefusal('3020');
  if (seconds > behaviour.maxExpiredSeconds) throw new ServiceRefusal('3026');
}
