import { HUAWEI_MESSAGES } from '../answers.ts';
import type { Call } from '../call.ts';
import { illegalTokens } from '../illegal-tokens.ts';
import { Refusal } from '../refusal.ts';
import type { HuaweiWorld } from '../world.ts';

/** The tokens of a revoke, sorted. */
export interface SortedTokens {
  /** The devices of the app. */
  readonly devices: readonly number[];
  /** Tokens that belong to no device. */
  readonly unknown: readonly string[];
}

/** Of several apps: 80300017. Of one other app: 80300028. All unknown, or some where that is refused: 80300007. */
export function checkRevokeTokens(call: Call, clientId: string, world: HuaweiWorld): SortedTokens {
  const sorted = sortTokens(call, clientId, world);
  const { unknownTokens } = world.behaviour;
  const nobody = sorted.devices.length === 0 && unknownTokens !== 'accept';
  if (nobody || (sorted.unknown.length > 0 && unknownTokens === 'refuse')) {
    throw new Refusal('80300007', messageOf(sorted.unknown, world));
  }
  return sorted;
}

/** Of 80300007: as messages:send says it, or the bare text. */
function messageOf(unknown: readonly string[], { behaviour }: HuaweiWorld): string {
  if (behaviour.illegalTokens === 'text') return HUAWEI_MESSAGES['80300007'];
  return illegalTokens({ [behaviour.illegalTokenReason]: unknown });
}

function sortTokens({ tokens }: Call, clientId: string, { devices }: HuaweiWorld): SortedTokens {
  const own: number[] = [];
  const unknown: string[] = [];
  const apps = new Set<string>();
  for (const token of tokens) {
    const device = devices.numberOf(token);
    if (device === undefined) {
      unknown.push(token);
      continue;
    }
    apps.add(devices.appOf(device));
    own.push(device);
  }
  if (apps.size > 1) throw new Refusal('80300017');
  if (apps.size === 1 && !apps.has(clientId)) throw new Refusal('80300028');
  return { devices: own, unknown };
}
