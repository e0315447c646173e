import {
  lookUp,
  lookUpHttp,
  NoAnswerError,
  VendorError,
  type CatalogEntry,
  type Verdict,
} from '@unpush/core';
import type { Tried } from '../retry/with-retry.ts';
import type { Exchanged } from './exchange.ts';
import { whatToDo } from './what-to-do.ts';

/** The error for a revoke that was not accepted, after all attempts. */
export function refusal({
  last,
  mayHaveBeenReceived,
  attempts,
}: Tried<Exchanged>): NoAnswerError | VendorError {
  const verdict = { ...last.verdict, mayHaveBeenReceived };
  const { httpStatus, failure } = verdict;
  if (httpStatus === undefined) return noAnswer(verdict, { attempts, cause: last.error });
  if (failure !== undefined && httpStatus >= 200 && httpStatus < 300) {
    return new NoAnswerError(unreadable(verdict), { failure, mayHaveBeenReceived });
  }
  const entry = entryOf(verdict);
  return new VendorError(sentence(verdict, entry), { verdict, ...(entry !== undefined && { entry }) });
}

function noAnswer(
  verdict: Verdict,
  { attempts, cause }: { attempts: number; cause: unknown },
): NoAnswerError {
  const { failure = 'reset', message = 'No answer came.', mayHaveBeenReceived } = verdict;
  // An attempt that the caller gave up never gets here: what is left is the time that was allowed
  const isDeadline = failure === 'aborted';
  const said = isDeadline ? 'No usable answer came within the time allowed. Try again later.' : message;
  const often = attempts > 1 ? ` Tried ${attempts} times.` : '';
  return new NoAnswerError(`${said}${often}${consequence({ said, mayHaveBeenReceived })}`, {
    failure: isDeadline ? 'timeout' : failure,
    mayHaveBeenReceived,
    ...(cause !== undefined && { cause }),
  });
}

function consequence({ said, mayHaveBeenReceived }: { said: string; mayHaveBeenReceived: boolean }): string {
  // Not "sent": an earlier attempt may have arrived, and been refused
  if (!mayHaveBeenReceived) return ' Nothing was taken back.';
  return said.includes('may have received') ? '' : ' An attempt may have been received.';
}

function unreadable({ failure, httpStatus }: Verdict): string {
  const what = failure === 'html' ? 'a web page' : 'something that is not JSON';
  return `The answer to the revoke is ${what} (HTTP ${httpStatus}): a proxy, a captive portal or a wrong endpoint stands between. Check the endpoint. The vendor may have received the request.`;
}

function entryOf({ code, httpStatus }: Verdict): CatalogEntry | undefined {
  const byCode = code === undefined ? undefined : lookUp({ vendor: 'huawei', code });
  if (byCode !== undefined || httpStatus === undefined) return byCode;
  return lookUpHttp({ vendor: 'huawei', status: httpStatus });
}

function sentence(verdict: Verdict, entry: CatalogEntry | undefined): string {
  const { code, message, requestId, httpStatus } = verdict;
  const name = code ?? `HTTP ${httpStatus}`;
  const words = message ?? entry?.message ?? '';
  const said = words === '' ? '' : ` (${words})`;
  const ticket = requestId === undefined ? '' : ` Request id: ${requestId}.`;
  const more = code === undefined || entry === undefined ? '' : ` More: unpush explain ${code}`;
  return `Huawei did not accept the revoke: ${name}${said}. ${whatToDo(verdict)}${ticket}${more}`;
}
