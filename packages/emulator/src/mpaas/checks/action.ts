import { type MpaasAction, isMpaasAction } from '../actions.ts';
import { GatewayRefusal } from '../answers/refusals.ts';
import type { Call } from '../call.ts';

const VERSION = '2020-10-28';

/** An action that the emulator knows, in the version of the API that has it. */
export function checkAction({ action = '', version = '' }: Call): MpaasAction {
  if (action === '') throw new GatewayRefusal('MissingAction');
  if (!isMpaasAction(action)) {
    throw new GatewayRefusal('InvalidApi.NotFound', `The emulator does not know the action ${action}.`);
  }
  if (version === '') throw new GatewayRefusal('MissingVersion');
  if (version !== VERSION) throw new GatewayRefusal('InvalidVersion', `It must be ${VERSION}.`);
  return action;
}
