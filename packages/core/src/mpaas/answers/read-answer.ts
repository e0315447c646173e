import { nameFromOutside, requestIdFromOutside, wordsFromOutside } from '../../display/from-outside.ts';
import type { RawAnswer } from '../../revoker/raw-answer.ts';
import { verdictOfStatus } from '../../revoker/status-verdict.ts';
import { NONE_REJECTED, type Verdict } from '../../revoker/verdict.ts';
import { readBody, type MpaasBody } from './answer-body.ts';
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
  if (found === undefined) return unknownCode(facts);
  const { advice, about } = found.entry;
  const shared = { code: found.code, message: wordsOf(body, found), httpStatus: answer.status };
  if (advice === 'done') return { ...shared, ...successOf(facts) };
  return {
    ...shared,
    advice,
    about,
    rejected: advice === 'reject' ? { wholeBatch: found.entry.message } : NONE_REJECTED,
    mayHaveBeenReceived: about === 'vendor-fault' || RECEIVED_BEFORE.has(found.code),
  };
}

/** The gateway knows this request's nonce: an earlier copy of it has arrived. */
const RECEIVED_BEFORE: ReadonlySet<string> = new Set(['SignatureNonceUsed']);

type Meaning = Pick<Verdict, 'advice' | 'about' | 'rejected' | 'mayHaveBeenReceived' | 'failure'>;

/** What a success code comes to beside the HTTP status and the shape's own word for success. */
function successOf({ answer, body, envelope }: Facts): Meaning {
  const isSuccess = saysSuccess(body, envelope);
  const isRefused = isSuccess === false;
  if (isRefused) {
    return { advice: 'fix', about: 'unknown', rejected: NONE_REJECTED, mayHaveBeenReceived: false };
  }
  const is2xx = answer.status >= 200 && answer.status < 300;
  if (is2xx && isSuccess === true) {
    return { advice: 'done', about: 'success', rejected: NONE_REJECTED, mayHaveBeenReceived: true };
  }
  // It may have been done, so it is tried again and never called accepted
  return {
    advice: 'retry',
    about: 'vendor-fault',
    rejected: NONE_REJECTED,
    mayHaveBeenReceived: true,
    ...(is2xx && { failure: 'unreadable' as const }),
  };
}

function saysSuccess({ success, pushResult, content }: MpaasBody, envelope: Envelope): boolean | undefined {
  switch (envelope) {
    case 'push':
      return pushResult?.success;
    case 'flat':
      return success;
    case 'content':
      // No word of its own for it is documented; what holds the content is whole
      return success ?? (content === undefined ? undefined : true);
  }
}

/** No code that the catalog knows: what stands where codes stand is kept, and the HTTP status decides. */
function unknownCode({ answer, body }: Facts): Verdict {
  const code = body.code ?? body.resultCode;
  const words = body.pushResult?.resultMsg ?? body.resultMessage ?? body.message;
  return verdictOfStatus({
    vendor: 'mpaas',
    answer,
    body: {
      ...(code !== undefined && { code: nameFromOutside(code.trim()) }),
      ...(words !== undefined && { message: wordsFromOutside(words) }),
    },
  });
}

const requestIdOf = ({ requestId }: MpaasBody): Pick<Verdict, 'requestId'> =>
  requestId === undefined ? {} : { requestId: requestIdFromOutside(requestId) };

/**
 * The vendor's words where they say more than the code. Those of a refused signature repeat what was to be signed,
 * targets included: the catalog's words stand for them.
 */
function wordsOf(body: MpaasBody, { entry, code }: FoundCode): string {
  if (entry.about === 'credential') return entry.message;
  const { resultMessage, message } = body;
  const words = [body.pushResult?.resultMsg, resultMessage, message].find(
    (text) => text !== undefined && !isCode(text, { entry, code }),
  );
  return words === undefined ? entry.message : wordsFromOutside(words);
}

function isCode(text: string, { entry, code }: FoundCode): boolean {
  return ['', code, entry.code, entry.name].includes(text.trim());
}
