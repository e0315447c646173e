import type { Gateway } from '../client/open-gateway.ts';
import type { RecallAnswer, StartQuery } from '../client/api.ts';
import type { Patience, Perseverance } from '../persevere.ts';
import type { Part } from './parts.ts';

/** A list on its way to a gateway. */
export interface Upload {
  readonly gateway: Gateway;
  /** Selector and choices, as the query has them. */
  readonly query: StartQuery;
  /** Makes the same recall of a request that is sent twice. */
  readonly idempotencyKey: string;
  readonly parts: AsyncIterable<Part>;
  /** How many bytes all of them have. The gateway takes the list for complete with these and no others. */
  readonly length: number;
  readonly perseverance: Perseverance;
  /** The recall is there, and has taken in so many bytes. */
  readonly onProgress: (progress: { readonly recallId: string; readonly bytes: number }) => void;
}

/** A list that has arrived. */
export interface Sent {
  readonly recallId: string;
  /** Absent where the answer to its end was lost, and the key may not read. */
  readonly answer?: RecallAnswer;
}

/** How far a list has come at the gateway. */
export interface Standing {
  readonly offset: number;
  readonly isComplete: boolean;
}

/** What a part has come to. */
export interface Taken extends Sent {
  readonly standing: Standing;
}

/** A part that is to be sent. */
export interface Sending {
  readonly part: Part;
  readonly patience: Patience;
}

/** How every part is written. */
export const NDJSON = { 'Content-Type': 'application/x-ndjson' };

/** Whether the list ends with a part, as `Upload-Complete` has it. */
export const completeness = (isLast: boolean): '?0' | '?1' => (isLast ? '?1' : '?0');

/** What an answer to a part says. */
export function takenBy(answer: RecallAnswer, part: Part): Taken {
  const { recallId, state, upload } = answer;
  const isComplete = state !== 'uploading' || upload?.complete === true;
  const offset = upload?.offset ?? part.offset + part.bytes.length;
  return { recallId, answer, standing: { offset, isComplete } };
}
