import { lookUp } from '../../catalog/lookup.ts';
import { nameFromOutside, requestIdFromOutside } from '../../display/from-outside.ts';
import type { RawAnswer } from '../../revoker/raw-answer.ts';
import { verdictOfStatus } from '../../revoker/status-verdict.ts';
import { NONE_REJECTED, type Verdict } from '../../revoker/verdict.ts';
import { readBody, type MpaasBody } from './answer-body.ts';
import type { Envelope } from './envelope.ts';
import { findCode } from './find-code.ts';
import { claimsSuccess, is2xx, isSuccessOfExamples, saysSuccess, type AnswerFacts } from './says-success.ts';
import { anyWordsOf, wordsOf } from './words.ts';

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

function verdictOf(facts: AnswerFacts): Verdict {
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

/** What a success code comes to beside the HTTP status and the shape's own word for success. */
function successOf(facts: AnswerFacts, shared: Pick<Verdict, 'code' | 'message' | 'httpStatus'>): Verdict {
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

const accepted = ({ answer }: AnswerFacts): Verdict => ({ ...DONE, code: '200', httpStatus: answer.status });

/**
 * No code that the catalog knows as a refusal: what stands where codes stand is kept, and the HTTP status decides. A
 * code that says success is not kept: nobody should read that a target was rejected with "OK".
 */
function unknownCode(facts: AnswerFacts): Verdict {
  const { answer, body } = facts;
  const given = [body.code, body.resultCode].find((text) => text !== undefined && text.trim() !== '')?.trim();
  const words = anyWordsOf(body);
  const { code, ...verdict } = verdictOfStatus({
    vendor: 'mpaas',
    answer,
    body: {
      ...(given !== undefined && { code: nameFromOutside(given) }),
      ...(words !== undefined && { message: words }),
    },
  });
  const isUncertain = claimsSuccess(body) || (is2xx(facts) && saysSuccess(facts) !== false);
  return {
    ...verdict,
    ...(code !== undefined && !isSuccessWord(code) && { code }),
    mayHaveBeenReceived: verdict.mayHaveBeenReceived || isUncertain,
  };
}

const isSuccessWord = (code: string): boolean =>
  code === 'SUCCESS' || lookUp({ vendor: 'mpaas', code })?.advice === 'done';

const requestIdOf = ({ requestId }: MpaasBody): Pick<Verdict, 'requestId'> =>
  requestId === undefined ? {} : { requestId: requestIdFromOutside(requestId) };
