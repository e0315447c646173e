import type { RecallAnswer } from '../../../gateway/client/api.ts';
import type { Gateway } from '../../../gateway/client/open-gateway.ts';
import { GatewayError } from '../../../gateway/gateway-error.ts';
import { formatCount, formatNoun } from '../../../terminal/numbers.ts';
import type { StartPlan } from './render-start.ts';

/**
 * Throws {@link GatewayError} where the recall that a gateway answers with is not of the list that was planned: an
 * idempotency key that was used before leads to the recall that it was used for.
 */
export function refuseOtherList(
  { recallId, targets: { read, malformed, duplicate } }: RecallAnswer,
  {
    gateway: { host, commands },
    plan: { targets },
  }: { readonly gateway: Pick<Gateway, 'host' | 'commands'>; readonly plan: Pick<StartPlan, 'targets'> },
): void {
  const there = read - malformed - duplicate;
  if (there === targets.toSend) return;
  const one = { one: 'target', many: 'targets' };
  throw new GatewayError(
    [
      `recall ${recallId} at the gateway ${host} is of ${formatNoun(there, one)}, and this list has ${formatCount(targets.toSend)}: it was begun with another list, under the same idempotency key. Take it that this list was not sent`,
      `  - look at it: ${commands.show(recallId)}`,
      `  - stop it, where it should not be: ${commands.stop(recallId)}`,
      '  - begin one of this list: leave --idempotency-key out, or give another',
    ].join('\n'),
    { recallId },
  );
}
