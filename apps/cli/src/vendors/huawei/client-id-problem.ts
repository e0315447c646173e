import { checkClientId, InvalidRequestError } from '@unpush/core';

/** What is wrong with a client id, if anything; as the end of a sentence that begins with its flag. */
export function clientIdProblem(clientId: string): string | undefined {
  try {
    checkClientId(clientId);
    return undefined;
  } catch (error) {
    if (!InvalidRequestError.isInstance(error)) throw error;
    return error.problems.map(({ problem }) => problem).join('; ');
  }
}
