import { checkClientId } from '@unpush/core';
import { requestProblem } from '../../errors/request-problem.ts';

/** What is wrong with a client id, if anything; as the end of a sentence that begins with its flag. */
export const clientIdProblem = (clientId: string): string | undefined =>
  requestProblem(() => checkClientId(clientId));
