import { InvalidRequestError, type RequestProblem } from '@unpush/core';

/** What is wrong with a request that `build` refuses to make; none if it makes it. */
export function problemsOf(build: () => unknown): readonly RequestProblem[] {
  try {
    build();
    return [];
  } catch (error) {
    if (InvalidRequestError.isInstance(error)) return error.problems;
    throw error;
  }
}
