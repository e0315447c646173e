import type { EndRecord, HeaderRecord, SealRecord } from '../../evidence/record.ts';
import type { RecallFacts } from '../facts.ts';
import type { SessionEnd } from '../ledger.ts';

/** The first record of the evidence. */
export function headerOf({ createdAt, ...facts }: RecallFacts): HeaderRecord {
  return { type: 'header', format: 1, at: new Date(createdAt).toISOString(), ...facts };
}

/** The last record of a session. */
export function endOf({ at, state, summary }: SessionEnd): EndRecord | SealRecord {
  const time = new Date(at).toISOString();
  const { targets, requests, stoppedBy } = summary;
  return state === 'finished'
    ? { type: 'seal', at: time, targets, requests }
    : { type: 'end', at: time, state, ...(stoppedBy !== undefined && { stoppedBy }) };
}
