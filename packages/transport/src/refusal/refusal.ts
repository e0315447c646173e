import {
  lookUp,
  lookUpHttp,
  NoAnswerError,
  VendorError,
  type CatalogEntry,
  type Vendor,
  type Verdict,
} from '@unpush/core';
import type { Exchanged } from '../http/exchanged.ts';
import type { Tried } from '../retry/with-retry.ts';

/** What is said of a call that was not accepted, besides what its verdict holds. */
export interface RefusalWords {
  readonly vendor: Vendor;
  /** The vendor as a sentence begins with it: `Huawei`. */
  readonly vendorName: string;
  /** What was asked for: `the revoke`. */
  readonly call: string;
  /** What nothing having arrived comes to: `Nothing was taken back.` */
  readonly nothingDone: string;
  /** Whether it does no harm to call again, though an attempt may have been received. */
  readonly repeatable: boolean;
  /** What a person does about it. */
  readonly whatToDo: (verdict: Verdict) => string;
}

/** The error for a call that was not accepted, after all attempts. */
export function refusal(
  { last, mayHaveBeenReceived, attempts }: Tried<Exchanged>,
  words: RefusalWords,
): NoAnswerError | VendorError {
  const verdict = { ...last.verdict, mayHaveBeenReceived };
  const { httpStatus, failure } = verdict;
  if (httpStatus === undefined) return noAnswer(verdict, { attempts, cause: last.error, words });
  if (failure !== undefined && httpStatus >= 200 && httpStatus < 300) {
    return new NoAnswerError(unreadable(verdict, words), { failure, mayHaveBeenReceived });
  }
  const entry = entryOf(verdict, words);
  return new VendorError(sentence(verdict, { entry, words }), {
    verdict,
    ...(entry !== undefined && { entry }),
  });
}

interface Attempted {
  readonly attempts: number;
  readonly cause: unknown;
  readonly words: RefusalWords;
}

function noAnswer(verdict: Verdict, { attempts, cause, words }: Attempted): NoAnswerError {
  const { failure = 'reset', message = 'No answer came.', mayHaveBeenReceived } = verdict;
  // An attempt that the caller gave up never gets here: what is left is the time that was allowed
  const isDeadline = failure === 'aborted';
  const plain = isDeadline ? 'No usable answer came within the time allowed. Try again later.' : message;
  const said = words.repeatable || !mayHaveBeenReceived ? plain : plain.replace(TRY_AGAIN, '');
  const often = attempts > 1 ? ` Tried ${attempts} times.` : '';
  return new NoAnswerError(`${said}${often}${consequence({ said, mayHaveBeenReceived, words })}`, {
    failure: isDeadline ? 'timeout' : failure,
    mayHaveBeenReceived,
    ...(cause !== undefined && { cause }),
  });
}

interface Consequence {
  readonly said: string;
  readonly mayHaveBeenReceived: boolean;
  readonly words: RefusalWords;
}

function consequence({ said, mayHaveBeenReceived, words }: Consequence): string {
  // Not "sent": an earlier attempt may have arrived, and been refused
  if (!mayHaveBeenReceived) return ` ${words.nothingDone}`;
  return said.includes('may have received') && words.repeatable ? '' : doubtOf(words);
}

const TRY_AGAIN = / Try again(?: later)?\./;

const doubtOf = ({ repeatable }: RefusalWords): string =>
  repeatable
    ? ' An attempt may have been received.'
    : ' It may have been done all the same: look in the console before you call it again.';

function unreadable(verdict: Verdict, words: RefusalWords): string {
  const { failure, httpStatus, code, requestId } = verdict;
  const { call, vendorName } = words;
  if (code !== undefined) {
    return `${vendorName} answered ${call} with ${code}, but without its word for success, so that nobody knows whether it was done.${doubtOf(words)}${ticketOf(requestId)}`;
  }
  const what = failure === 'html' ? 'a web page' : 'something that cannot be read as its JSON';
  return `The answer to ${call} is ${what} (HTTP ${httpStatus}): a proxy, a captive portal or a wrong endpoint stands between. Check the endpoint. The vendor may have received the request.`;
}

function entryOf({ code, httpStatus }: Verdict, { vendor }: RefusalWords): CatalogEntry | undefined {
  const byCode = code === undefined ? undefined : lookUp({ vendor, code });
  if (byCode !== undefined || httpStatus === undefined) return byCode;
  // A 2xx that refuses is no row of the table of statuses
  if (httpStatus >= 200 && httpStatus < 300) return undefined;
  return lookUpHttp({ vendor, status: httpStatus });
}

interface Said {
  readonly entry: CatalogEntry | undefined;
  readonly words: RefusalWords;
}

function sentence(verdict: Verdict, { entry, words }: Said): string {
  const { code, message, requestId, httpStatus, mayHaveBeenReceived, advice } = verdict;
  // Of a batch that has to be divided the advice says so already
  const doubt = mayHaveBeenReceived && advice !== 'split' ? doubtOf(words) : '';
  const name = code ?? `HTTP ${httpStatus}`;
  const theirs = message ?? entry?.message ?? '';
  const said = theirs === '' ? '' : ` (${theirs})`;
  const more = code === undefined || entry === undefined ? '' : ` More: unpush explain ${code}`;
  return `${words.vendorName} did not accept ${words.call}: ${name}${said}. ${words.whatToDo(verdict)}${doubt}${ticketOf(requestId)}${more}`;
}

const ticketOf = (requestId: string | undefined): string =>
  requestId === undefined ? '' : ` Request id: ${requestId}.`;
