import { InvalidRequestError } from '@unpush/core';

/** What a check finds wrong, if anything; as the end of a sentence that begins with a flag. Bugs are thrown on. */
export function requestProblem(check: () => unknown): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (!InvalidRequestError.isInstance(error)) throw error;
    return error.problems.map(({ problem }) => problem).join('; ');
  }
}
