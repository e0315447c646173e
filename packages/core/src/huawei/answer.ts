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
  const named = readIllegalTokens(body.message, batch);
  return {
    httpStatus: answer.status,
    code: entry.code,
    message: named === undefined ? (body.message ?? entry.message) : entry.message,
    ...(body.requestId !== undefined && { requestId: body.requestId }),
    ...meaning({ entry, body, named, status: answer.status, batch }),
  };
}

interface Facts {
  readonly entry: CatalogEntry;
  readonly body: HuaweiBody;
  readonly named: IllegalTokens | undefined;
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
      const allowedTargets = readAllowed(body.message);
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
function accepted({ named }: Facts): Meaning {
  return {
    advice: 'done',
    about: 'success',
    rejected: named === undefined ? NONE_REJECTED : named.reasons,
    mayHaveBeenReceived: true,
  };
}

/** The success code on another status: it may have been done, so it is tried again and never called accepted. */
function contradiction(): Meaning {
  return { advice: 'retry', about: 'vendor-fault', rejected: NONE_REJECTED, mayHaveBeenReceived: true };
}

/** The codes that say "partial success": of the send operation, and of revoke with the same text. */
const PARTIAL: ReadonlySet<string> = new Set(['80100000', '80100020']);

/** Trusted if its counts add up to the batch and it names just those that failed; else only division tells. */
function partial({ named, status, batch }: Facts): Meaning {
  const addsUp =
    named?.success !== undefined &&
    named.success + named.reasons.size === batch.count &&
    named.failure === named.reasons.size &&
    named.foreign === 0;
  if (!addsUp || status >= 500) return split();
  return { advice: 'done', about: 'target', rejected: named.reasons, mayHaveBeenReceived: true };
}

/** "All are invalid": all of the batch or those it names. Where the names are not ours, nobody knows which. */
function refused({ entry, named, body }: Facts): Meaning {
  if (named === undefined) {
    return { ...split(), advice: 'reject', rejected: { wholeBatch: body.message ?? entry.message } };
  }
  if (named.foreign > 0 || named.reasons.size === 0) return split();
  return { ...split(), advice: 'reject', rejected: named.reasons };
}

const split = (): Meaning => ({
  advice: 'split',
  about: 'target',
  rejected: NONE_REJECTED,
  mayHaveBeenReceived: false,
});

/** 80300010's documented text, "token count should within {0} and {1}.": the one text that is ever read. */
function readAllowed(message: string | undefined): number | undefined {
  const found = /within\s+\d+\s+and\s+(\d+)/i.exec(message ?? '')?.[1];
  return found === undefined ? undefined : Number(found);
}
