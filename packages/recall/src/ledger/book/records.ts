import type { EndRecord, SealRecord } from '../../evidence/record.ts';
import type { SessionEnd } from '../ledger.ts';

/** The last record of a session. */
export function endOf({ at, state, summary }: SessionEnd): EndRecord | SealRecord {
  const time = new Date(at).toISOString();
  const { targets, requests, stoppedBy } = summary;
  return state === 'finished'
    ? { type: 'seal', at: time, targets, requests }
    : { type: 'end', at: time, state, ...(stoppedBy !== undefined && { stoppedBy }) };
}
