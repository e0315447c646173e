import {
  lookUp,
  lookUpHttp,
  maskSecrets,
  NoAnswerError,
  VendorError,
  type CatalogEntry,
  type Verdict,
} from '@unpush/core';
import type { Tried } from '../retry/with-retry.ts';
import type { Exchanged } from './exchange.ts';
import { whatToDo } from './what-to-do.ts';

const LONGEST_WORDS = 300;

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
  const doubt =
    mayHaveBeenReceived && !said.includes('may have received') ? ' An attempt may have been received.' : '';
  return new NoAnswerError(`${said}${often}${doubt}`, {
    failure: isDeadline ? 'timeout' : failure,
    mayHaveBeenReceived,
    ...(cause !== undefined && { cause }),
  });
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
  // The vendor's words can quote what was sent; cut before it is masked, half a token would pass for a word
  const words = maskSecrets(message ?? entry?.message ?? '').slice(0, LONGEST_WORDS);
  const said = words === '' ? '' : ` (${words})`;
  const ticket =
    requestId === undefined ? '' : ` Request id: ${maskSecrets(requestId).slice(0, LONGEST_WORDS)}.`;
  const more = code === undefined || entry === undefined ? '' : ` More: unpush explain ${code}`;
  return `Huawei did not accept the revoke: ${maskSecrets(name).slice(0, LONGEST_WORDS)}${said}. ${whatToDo(verdict)}${ticket}${more}`;
}
