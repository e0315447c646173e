import type { Answer } from '../serve/answer.ts';
import { HUAWEI_MESSAGES, defaultStatus, isHuaweiCode } from './answers.ts';
import type { HuaweiBehaviour } from './behaviour.ts';
import type { Reply } from './operation.ts';

/** The vendor's answer to a request: `code`, `msg` and `requestId`. */
export function businessAnswer(
  { code, message, status }: Reply & { readonly status?: number | undefined },
  requestId: string,
  behaviour: HuaweiBehaviour,
): Answer {
  return {
    status: status ?? behaviour.httpStatus[code] ?? defaultStatus(code),
    contentType: 'application/json',
    body: JSON.stringify({
      code: behaviour.codeType === 'number' && /^\d+$/.test(code) ? Number(code) : code,
      msg: message,
      requestId,
    }),
    code,
    requestId,
  };
}

/** What the vendor's table says of a code. */
export function documentedMessage(code: string, behaviour: HuaweiBehaviour): string {
  if (code === '80000000') return behaviour.successMessage;
  return isHuaweiCode(code) ? HUAWEI_MESSAGES[code] : `Code ${code}, which the vendor's pages do not list.`;
}
