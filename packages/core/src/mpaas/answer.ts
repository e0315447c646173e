import type { Batch } from '../batch/batch.ts';
import type { RawAnswer } from '../revoker/raw-answer.ts';
import type { Verdict } from '../revoker/verdict.ts';
import { readAnswer } from './answers/read-answer.ts';
import { withoutTargets } from './answers/without-targets.ts';

/**
 * Makes sense of the answer to a revoke, of a message or of a task, whatever came.
 *
 * @see https://help.aliyun.com/document_detail/2871130.html
 */
export function readMpaasRevokeAnswer(answer: RawAnswer, batch: Batch): Verdict {
  return withoutTargets(readAnswer(answer, 'push').verdict, batch.targets());
}
