import type { RequestFacts } from '../world/request-log.ts';

/** What the endpoint notes for the request log on its way. */
export interface Notes {
  credential?: NonNullable<RequestFacts['credential']>;
}
