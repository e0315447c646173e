import { randomInteger } from '../random.ts';
import type { Call } from './call.ts';
import { checkProject } from './checks/app.ts';
import { checkAuthorization } from './checks/authorization.ts';
import { checkBodySize } from './checks/body-size.ts';
import { checkContentType } from './checks/content-type.ts';
import { checkPushType } from './checks/push-type.ts';
import { checkQuota } from './checks/quota.ts';
import { checkSendBody } from './checks/send-body.ts';
import { checkTokenCount } from './checks/token-list.ts';
import { illegalTokens } from './illegal-tokens.ts';
import { type Notes, type Reply, noteCredential } from './operation.ts';
import { Refusal } from './refusal.ts';
import type { HuaweiWorld } from './world.ts';

/**
 * `POST /v3/{projectId}/messages:send`, so that there is something to revoke. It is judged as a revoke is; the
 * app is that of the first good token, and tokens of others have `noRight`.
 *
 * @throws Refusal at the first check that does not hold; nothing has been delivered then.
 * @throws FlowControl if the app is over its quota.
 */
export async function send(call: Call, world: HuaweiWorld, notes: Notes): Promise<Reply> {
  checkContentType(call);
  const credential = await checkAuthorization(call, world);
  noteCredential(notes, credential);
  checkProject(call, credential);
  const pushType = checkPushType(call);
  checkBodySize(call);
  const message = checkSendBody(call, pushType);
  checkTokenCount(call);
  const { clientId, devices, refused } = addressees(call, world);
  if (clientId !== undefined) {
    if (world.apps.get(clientId)?.pushEnabled === false) throw new Refusal('80300002');
    checkQuota(clientId, call.tokens.length, world);
  }
  if (clientId === undefined) throw new Refusal('80300007', illegalTokens(refused));
  const notifyId = message.notifyId ?? randomInteger(2 ** 31, world.random);
  const deliveredAt = world.clock.wall();
  world.trays.wave(clientId, notifyId).deliverTo(devices, { ...message, notifyId, pushType, deliveredAt });
  const partial = devices.length < call.tokens.length;
  return partial
    ? { code: '80100000', message: illegalTokens(refused, devices.length) }
    : { code: '80000000', message: world.behaviour.successMessage };
}

function addressees(call: Call, { apps, devices }: HuaweiWorld): Addressees {
  const good: number[] = [];
  const refused = { tokenFormatError: [] as string[], noRight: [] as string[] };
  let clientId: string | undefined;
  for (const token of call.tokens) {
    const device = devices.numberOf(token);
    if (device === undefined) {
      refused.tokenFormatError.push(token);
      continue;
    }
    const owner = devices.appOf(device);
    if (clientId === undefined && apps.get(owner)?.projectId === call.id) clientId = owner;
    if (owner === clientId) good.push(device);
    else refused.noRight.push(token);
  }
  return { clientId, devices: good, refused };
}

interface Addressees {
  /** Undefined if no token belongs to an app of the project. */
  readonly clientId: string | undefined;
  readonly devices: readonly number[];
  readonly refused: Readonly<Record<string, readonly string[]>>;
}
