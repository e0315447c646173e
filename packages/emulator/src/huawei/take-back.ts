import type { Notification } from '../world/notification.ts';
import { HUAWEI_MESSAGES, isHuaweiCode } from './answers.ts';
import type { SortedTokens } from './checks/revoke-tokens.ts';
import { illegalTokens } from './illegal-tokens.ts';
import type { Reply } from './operation.ts';
import { Refusal } from './refusal.ts';
import type { HuaweiWorld } from './world.ts';

/** What a revoke that passed every check asks for. */
export interface Revocation {
  readonly clientId: string;
  readonly notifyId: number;
  readonly pushType: string;
  readonly tokens: SortedTokens;
}

/** Empties the trays, and says so. */
export function takeBack(revocation: Revocation, world: HuaweiWorld): Reply {
  const { clientId, notifyId, tokens } = revocation;
  const { behaviour } = world;
  const wanted =
    behaviour.otherPushType === 'ignore'
      ? ({ pushType }: Notification): boolean => pushType === revocation.pushType
      : undefined;
  const wave = world.trays.wave(clientId, notifyId);
  if (behaviour.nothingToRevoke !== '80000000') {
    const any = tokens.devices.some((device) => wave.isRevocable(device, wanted));
    if (!any) return refusalReply(behaviour.nothingToRevoke);
  }
  for (const device of tokens.devices) wave.revoke(device, wanted);
  if (tokens.unknown.length > 0 && behaviour.unknownTokens === 'partial') return partialReply(tokens, world);
  for (const token of tokens.unknown) wave.revokeStranger(token);
  return { code: '80000000', message: behaviour.successMessage };
}

function partialReply({ devices, unknown }: SortedTokens, { behaviour }: HuaweiWorld): Reply {
  const { partialCode, illegalTokenReason } = behaviour;
  const message =
    behaviour.illegalTokens === 'json'
      ? illegalTokens({ [illegalTokenReason]: unknown }, devices.length)
      : HUAWEI_MESSAGES[partialCode];
  return { code: partialCode, message };
}

function refusalReply(code: string): Reply {
  if (isHuaweiCode(code)) throw new Refusal(code);
  return { code, message: 'Nothing to revoke.' };
}
