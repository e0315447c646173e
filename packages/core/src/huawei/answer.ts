import type { Batch } from '../batch/batch.ts';
import type { CatalogEntry } from '../catalog/entry.ts';
import { lookUp } from '../catalog/lookup.ts';
import type { RawAnswer } from '../revoker/raw-answer.ts';
import { verdictOfStatus } from '../revoker/status-verdict.ts';
import { NONE_REJECTED, type Verdict } from '../revoker/verdict.ts';
import { readBody, type HuaweiBody } from './answer-body.ts';
import { readIllegalTokens, type IllegalTokens } from './illegal-tokens.ts';

/**
 * Makes sense of the answer to a revoke, whatever came.
 *
 * A known code decides, then the HTTP status. Accepted is what has an HTTP 2xx *and* the success code, or a
 * partial success whose list of refused tokens adds up.
 *
 * @see https://developer.huawei.com/consumer/cn/doc/harmonyos-references/push-msg-revoke
 */
export function readRevokeAnswer(answer: RawAnswer, batch: Batch): Verdict {
  const body = readBody(answer.body);
  if (body === undefined) return verdictOfStatus({ vendor: 'huawei', answer });
  const entry = body.code === undefined ? undefined : lookUp({ vendor: 'huawei', code: body.code });
  if (entry === undefined) return verdictOfStatus({ vendor: 'huawei', answer, body });
  const detail = readIllegalTokens(body.detail, batch);
  const facts = { entry, body, detail, status: answer.status, batch };
  return {
    httpStatus: answer.status,
    code: entry.code,
    message: wordsOf(facts),
    ...(body.requestId !== undefined && { requestId: body.requestId }),
    ...meaning(facts),
  };
}

/** A list of tokens is no sentence: the catalog's words stand for it. */
function wordsOf({ entry, body, detail }: Facts): string {
  return detail.list === 'absent' ? (body.message ?? entry.message) : entry.message;
}

interface Facts {
  readonly entry: CatalogEntry;
  readonly body: HuaweiBody;
  readonly detail: IllegalTokens;
  readonly status: number;
  readonly batch: Batch;
}

type Meaning = Pick<Verdict, 'advice' | 'about' | 'rejected' | 'mayHaveBeenReceived' | 'allowedTargets'>;

function meaning(facts: Facts): Meaning {
  const { entry, body, status } = facts;
  const { about, advice } = entry;
  const mayHaveBeenReceived = about === 'vendor-fault' || about === 'success';
  const plain: Meaning = { advice, about, rejected: NONE_REJECTED, mayHaveBeenReceived };
  switch (advice) {
    case 'done':
      return isSuccess(status) ? accepted(facts) : contradiction();
    case 'split':
      return PARTIAL.has(entry.code) ? partial(facts) : plain;
    case 'reject':
      return PARTIAL.has(entry.code) ? partial(facts) : refused(facts);
    case 'shrink': {
      const allowedTargets = readAllowed(body.detail);
      return allowedTargets === undefined ? plain : { ...plain, allowedTargets };
    }
    case 'retry':
    case 'renew':
    case 'fix':
    case 'stop':
      return plain;
  }
}

const isSuccess = (status: number): boolean => status >= 200 && status < 300;

/** Accepted by its code; tokens it names as illegal are refused all the same. */
function accepted({ detail, batch }: Facts): Meaning {
  // It says "success" and, in the same breath, that not all was: which targets it took only each alone can tell
  if (detail.list === 'unreadable' || contradicts(detail, batch)) return split({ mayHaveBeenReceived: true });
  return { advice: 'done', about: 'success', rejected: detail.reasons, mayHaveBeenReceived: true };
}

/** The success code on another status: it may have been done, so it is tried again and never called accepted. */
function contradiction(): Meaning {
  return { advice: 'retry', about: 'vendor-fault', rejected: NONE_REJECTED, mayHaveBeenReceived: true };
}

/** The codes that say "partial success": of the send operation, and of revoke with the same text. */
const PARTIAL: ReadonlySet<string> = new Set(['80100000', '80100020']);

/**
 * Trusted if its counts add up to the batch and it names just those that failed; else only division tells.
 *
 * Without such a list some targets have been taken and nobody knows which. One that is refused when it is sent
 * again may be one of those: how a repeat is answered is documented nowhere. So the request counts as received,
 * and such a target ends as unknown. Of a single target there is no part: unless it is counted as taken, what is
 * not success refuses it.
 */
function partial({ detail, status, batch }: Facts): Meaning {
  const { success, failure, reasons } = detail;
  const addsUp = success !== undefined && failure !== undefined && !contradicts(detail, batch);
  if (detail.list !== 'read' || !addsUp || !mayBePartial(status)) {
    return split({ mayHaveBeenReceived: batch.count > 1 || (success ?? 0) > 0 });
  }
  return { advice: 'done', about: 'target', rejected: reasons, mayHaveBeenReceived: true };
}

/**
 * Which HTTP status a partial success has is documented nowhere: 200 would do, and so would 400, whose remedy is
 * to look at the code in the body. Every other one says that the request was not let in, or that it broke.
 */
const mayBePartial = (status: number): boolean => isSuccess(status) || status === 400;

/** Whether the names and the counts cannot both be true of this batch. A count that is missing says nothing. */
function contradicts({ reasons, foreign, success, failure }: IllegalTokens, batch: Batch): boolean {
  return (
    foreign > 0 ||
    (failure !== undefined && failure !== reasons.size) ||
    (success !== undefined && success + reasons.size !== batch.count)
  );
}

/** "All are invalid": all of the batch or those it names. Where the names are not ours, nobody knows which. */
function refused(facts: Facts): Meaning {
  const { detail } = facts;
  const none = split({ mayHaveBeenReceived: false });
  if (detail.list !== 'read') {
    return { ...none, advice: 'reject', rejected: { wholeBatch: wordsOf(facts) } };
  }
  if (detail.foreign > 0 || detail.reasons.size === 0) return none;
  return { ...none, advice: 'reject', rejected: detail.reasons };
}

const split = ({ mayHaveBeenReceived }: Pick<Verdict, 'mayHaveBeenReceived'>): Meaning => ({
  advice: 'split',
  about: 'target',
  rejected: NONE_REJECTED,
  mayHaveBeenReceived,
});

/** 80300010's documented text, "token count should within {0} and {1}.": the one text that is ever read. */
function readAllowed(message: string | undefined): number | undefined {
  const found = /within\s+\d+\s+and\s+(\d+)/i.exec(message ?? '')?.[1];
  return found === undefined ? undefined : Number(found);
}
