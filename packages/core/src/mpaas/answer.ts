import type { Batch } from '../batch/batch.ts';
import { maskTarget } from '../display/mask.ts';
import type { RawAnswer } from '../revoker/raw-answer.ts';
import type { Verdict } from '../revoker/verdict.ts';
import { readAnswer } from './answers/read-answer.ts';

/**
 * Makes sense of the answer to a revoke, of a message or of a task, whatever came.
 *
 * @see https://help.aliyun.com/document_detail/2871130.html
 */
export function readMpaasRevokeAnswer(answer: RawAnswer, batch: Batch): Verdict {
  const { verdict } = readAnswer(answer, 'push');
  const { message, rejected } = verdict;
  const mask = (text: string): string => withoutTargets(text, batch);
  return {
    ...verdict,
    ...(message !== undefined && { message: mask(message) }),
    ...('wholeBatch' in rejected && { rejected: { wholeBatch: mask(rejected.wholeBatch) } }),
  };
}

/** A vendor may say the target again, and a user's id is whole in no message of ours. */
function withoutTargets(text: string, batch: Batch): string {
  return batch
    .targets()
    .reduce((shown, target) => (target === '' ? shown : shown.replaceAll(target, maskTarget(target))), text);
}
