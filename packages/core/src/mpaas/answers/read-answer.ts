import { nameFromOutside, requestIdFromOutside, wordsFromOutside } from '../../display/from-outside.ts';
import type { RawAnswer } from '../../revoker/raw-answer.ts';
import { verdictOfStatus } from '../../revoker/status-verdict.ts';
import { NONE_REJECTED, type Verdict } from '../../revoker/verdict.ts';
import { readBody, type MpaasBody } from './answer-body.ts';
import { fieldsOf } from './fields.ts';
import { findCode, type FoundCode } from './find-code.ts';

/**
 * The shape of an operation's answer.
 *
 * - `push` pushes and revokes: `ResultCode`, and `PushResult` with its own `Success`
 * - `content` queries of schedulers: `ResultCode`, and `ResultContent`
 * - `flat` templates and devices: `Code` and `Success`
 *
 * An error of the gateway, which has a shape of its own, can come in place of each.
 */
export type Envelope = 'push' | 'content' | 'flat';

/** A verdict, and the body that it was read from. */
export interface ReadAnswer {
  readonly verdict: Verdict;
  readonly body?: MpaasBody;
}

/**
 * Makes sense of an answer, whatever came. Never throws.
 *
 * A known code decides, then the HTTP status. Accepted is what has an HTTP 2xx, a success code *and* the shape's own
 * `Success`, and no other code beside it.
 *
 * @see https://help.aliyun.com/document_detail/2871134.html
 */
export function readAnswer(answer: RawAnswer, envelope: Envelope): ReadAnswer {
  const body = readBody(answer.body);
  if (body === undefined) return { verdict: verdictOfStatus({ vendor: 'mpaas', answer }) };
  return { verdict: { ...verdictOf({ answer, body, envelope }), ...requestIdOf(body) }, body };
}

interface Facts {
  readonly answer: RawAnswer;
  readonly body: MpaasBody;
  readonly envelope: Envelope;
}

function verdictOf(facts: Facts): Verdict {
  const { answer, body } = facts;
  const found = findCode(body);
  if (found === undefined) return isSuccessOfExamples(facts) ? accepted(facts) : unknownCode(facts);
  const { advice, about } = found.entry;
  const shared = { code: found.code, message: wordsOf(body, found), httpStatus: answer.status };
  if (advice === 'done') return successOf(facts, shared);
  return {
    ...shared,
    advice,
    about,
    rejected: advice === 'reject' ? { wholeBatch: found.entry.message } : NONE_REJECTED,
    mayHaveBeenReceived: about === 'vendor-fault' || RECEIVED_BEFORE.has(found.code) || claimsSuccess(body),
  };
}

/** The gateway knows this request's nonce: an earlier copy of it has arrived. */
const RECEIVED_BEFORE: ReadonlySet<string> = new Set(['SignatureNonceUsed']);

/** Some `Success` is true. Beside a code that refuses, or that nobody knows, it is not certain that nothing was done. */
const claimsSuccess = ({ success, pushResult }: MpaasBody): boolean =>
  success === true || pushResult?.success === true;

/** What a success code comes to beside the HTTP status and the shape's own word for success. */
function successOf(facts: Facts, shared: Pick<Verdict, 'code' | 'message' | 'httpStatus'>): Verdict {
  const isSuccess = saysSuccess(facts);
  // Refused without a code that says why: only the HTTP status is left to tell
  if (isSuccess === false) return unknownCode(facts);
  if (isSuccess === true && is2xx(facts)) return { ...shared, ...DONE };
  // It may have been done, so it is tried again and never called accepted
  return {
    ...shared,
    advice: 'retry',
    about: 'vendor-fault',
    rejected: NONE_REJECTED,
    mayHaveBeenReceived: true,
    ...(is2xx(facts) && { failure: 'unreadable' as const }),
  };
}

const DONE = {
  advice: 'done',
  about: 'success',
  rejected: NONE_REJECTED,
  mayHaveBeenReceived: true,
} as const satisfies Partial<Verdict>;

const is2xx = ({ answer }: Facts): boolean => answer.status >= 200 && answer.status < 300;

/** Templates answer 100 by the vendor's page, and 200 by the examples in its SDK. Which is true nobody says. */
function isSuccessOfExamples(facts: Facts): boolean {
  const { envelope, body } = facts;
  return envelope === 'flat' && body.code?.trim() === '200' && body.success === true && is2xx(facts);
}

const accepted = ({ answer }: Facts): Verdict => ({ ...DONE, code: '200', httpStatus: answer.status });

function saysSuccess({ body, envelope }: Facts): boolean | undefined {
  const { success, pushResult, content } = body;
  if (success === false || pushResult?.success === false) return false;
  switch (envelope) {
    case 'push':
      return pushResult?.success;
    case 'flat':
      return success;
    case 'content':
      // No word of its own for it is documented, so what holds the content is whole, unless it says no
      return content === undefined || content === null ? success : !saysNo(content);
  }
}

/** `ResultContent` can be an object, its JSON, or a text of which nothing is documented. */
function saysNo(content: unknown): boolean {
  return [content, fieldsOf(content)['success']].some((word) => word === false || word === 'false');
}

/** No code that the catalog knows: what stands where codes stand is kept, and the HTTP status decides. */
function unknownCode({ answer, body }: Facts): Verdict {
  const code = [body.code, body.resultCode].find((text) => text !== undefined && text.trim() !== '');
  const words = [body.pushResult?.resultMsg, body.resultMessage, body.message].find(isShowable);
  const verdict = verdictOfStatus({
    vendor: 'mpaas',
    answer,
    body: {
      ...(code !== undefined && { code: nameFromOutside(code.trim()) }),
      ...(words !== undefined && { message: wordsFromOutside(words) }),
    },
  });
  return { ...verdict, mayHaveBeenReceived: verdict.mayHaveBeenReceived || claimsSuccess(body) };
}

const requestIdOf = ({ requestId }: MpaasBody): Pick<Verdict, 'requestId'> =>
  requestId === undefined ? {} : { requestId: requestIdFromOutside(requestId) };

/** The vendor's words where they say more than the code. */
function wordsOf(body: MpaasBody, { entry, code }: FoundCode): string {
  if (entry.about === 'credential') return entry.message;
  const words = [body.pushResult?.resultMsg, body.resultMessage, body.message].find(
    (text) => isShowable(text) && ![code, entry.code, entry.name].includes(text.trim()),
  );
  return words === undefined ? entry.message : wordsFromOutside(words);
}

/** What was to be signed, said again: it holds the request's parameters, targets included. */
const ECHO = /string\s*to\s*sign|x-acs-|%[0-9a-f]{2}/i;

const isShowable = (text: string | undefined): text is string =>
  text !== undefined && text.trim() !== '' && !ECHO.test(text);
