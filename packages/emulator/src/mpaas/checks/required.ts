import { GatewayRefusal } from '../answers/refusals.ts';
import type { Call } from '../call.ts';
import type { MpaasWorld } from '../world.ts';

/** Every required parameter is there. Whether an empty one will do is for the service to say. */
export function checkRequired(
  { parameters }: Call,
  required: readonly string[],
  { behaviour }: MpaasWorld,
): void {
  if (behaviour.missingParameters === 'service') return;
  const missing = required.find(
    // A list comes as Name.1, Name.2 and so on.
    (name) => parameters.get(name) === undefined && parameters.names(`${name}.`).length === 0,
  );
  if (missing !== undefined) throw new GatewayRefusal(`Missing${missing}`);
}
