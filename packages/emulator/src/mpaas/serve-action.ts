import { mayUse } from './accounts/access-keys.ts';
import { ServiceRefusal } from './answers/refusals.ts';
import type { Call } from './call.ts';
import type { Envelope, Fields } from './operations/operation.ts';
import { OPERATIONS } from './operations/operations.ts';
import type { Passed } from './pass-gateway.ts';
import type { Space } from './store/space.ts';
import type { MpaasWorld } from './world.ts';

/**
 * The service itself. The order of the checks is that of the README's list.
 *
 * @throws ServiceRefusal at the first check that does not hold; nothing has been done then.
 */
export function serveAction(call: Call, { action, key }: Passed, world: MpaasWorld): Fields {
  const { envelope, run } = OPERATIONS[action];
  if (world.behaviour.health === 'system-error') throw new ServiceRefusal('9000');
  if (!call.isUtf8) throw new ServiceRefusal('3031');
  const space = checkApp(call, envelope, world);
  if (!mayUse(key, space.facts)) throw new ServiceRefusal('8014');
  if (!space.facts.pushApiEnabled) throw new ServiceRefusal('3032');
  checkTenant(call, { space, envelope, world });
  space.schedulers.runDue(world.clock.wall());
  return run({ parameters: call.parameters, space, world });
}

/** The newer operations have a code of their own for an app that is not there. */
function isNewer(envelope: Envelope): boolean {
  return envelope === 'template' || envelope === 'device';
}

function checkApp({ parameters }: Call, envelope: Envelope, { apps }: MpaasWorld): Space {
  const appId = parameters.text('AppId');
  const workspaceId = parameters.text('WorkspaceId');
  if (appId === '' || workspaceId === '') {
    throw new ServiceRefusal(isNewer(envelope) ? '8012' : '3003');
  }
  const space = apps.get({ appId, workspaceId });
  if (space === undefined) throw new ServiceRefusal(isNewer(envelope) ? '8012' : '3007');
  return space;
}

function checkTenant(
  { parameters }: Call,
  {
    space,
    envelope,
    world,
  }: { readonly space: Space; readonly envelope: Envelope; readonly world: MpaasWorld },
): void {
  const named = parameters.text('TenantId');
  const { tenantId } = space.facts;
  if (tenantId === undefined || named === tenantId) return;
  const isRequired = isNewer(envelope) && world.behaviour.tenantId === 'required';
  if (named !== '' || isRequired) throw new ServiceRefusal('8013');
}
