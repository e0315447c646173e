import { type Call, field } from '../call.ts';
import { illegalPayload, parameterError } from '../refusal.ts';
import { checkTokenList } from './token-list.ts';

const MAX_NOTIFY_ID = 2_147_483_647;

/** The body of a revoke: a JSON object with an integer `notifyId` and a list of strings, `token`. */
export function checkRevokeBody({ json }: Call): { readonly notifyId: number } {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw illegalPayload('the body must be a JSON object');
  }
  const notifyId = checkNotifyId(field(json, 'notifyId'));
  checkTokenList(field(json, 'token'));
  return { notifyId };
}

function checkNotifyId(notifyId: unknown): number {
  if (notifyId === undefined || notifyId === null) throw parameterError('notifyId is mandatory.');
  if (!Number.isInteger(notifyId)) throw illegalPayload('notifyId must be an integer');
  const value = Number(notifyId);
  if (value < 0 || value > MAX_NOTIFY_ID) {
    throw illegalPayload(`notifyId value ranges from 0 to ${MAX_NOTIFY_ID}`);
  }
  return value;
}
