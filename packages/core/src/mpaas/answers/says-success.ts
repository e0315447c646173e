import type { RawAnswer } from '../../revoker/raw-answer.ts';
import type { MpaasBody } from './answer-body.ts';
import type { Envelope } from './envelope.ts';
import { fieldsOf } from './read-values.ts';

/** An answer, its body, and the shape that it should have. */
export interface AnswerFacts {
  readonly answer: RawAnswer;
  readonly body: MpaasBody;
  readonly envelope: Envelope;
}

/** Whether the shape's own word for success is there, and what it says; `undefined` where it is not. */
export function saysSuccess({ body, envelope }: Omit<AnswerFacts, 'answer'>): boolean | undefined {
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
  const fields = fieldsOf(content);
  const words = [content, fields['success'], fieldsOf(fields['data'])['success']];
  return words.some((word) => word === false || word === 'false');
}

/** Some `Success` is true. Beside a code that refuses, or that nobody knows, it is not certain that nothing was done. */
export const claimsSuccess = ({ success, pushResult }: MpaasBody): boolean =>
  success === true || pushResult?.success === true;

export const is2xx = ({ answer }: Pick<AnswerFacts, 'answer'>): boolean =>
  answer.status >= 200 && answer.status < 300;

/** Templates answer 100 by the vendor's page, and 200 by the examples in its SDK. Which is true nobody says. */
export function isSuccessOfExamples(facts: AnswerFacts): boolean {
  const { envelope, body } = facts;
  return envelope === 'flat' && body.code?.trim() === '200' && body.success === true && is2xx(facts);
}
