import { ServiceRefusal } from '../../answers/refusals.ts';
import type { Fields, Order } from '../operation.ts';
import { wantedText } from '../wanted-text.ts';

/** `CancelPushScheduler`: what has not been sent yet is not sent. All ids must be known, or nothing is cancelled. */
export function cancelScheduler({ parameters, space, world }: Order): Fields {
  const ids = wantedText(parameters, 'UniqueIds', '3028').split(world.behaviour.uniqueIdSeparator);
  const named = ids.map((id) => {
    const scheduled = space.schedulers.under(id.trim());
    if (scheduled.length === 0) throw new ServiceRefusal('3028', `There is no scheduled push ${id}.`);
    return scheduled;
  });
  for (const scheduled of named.flat()) space.schedulers.cancel(scheduled);
  return { ResultContent: 'success' };
}
