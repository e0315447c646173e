import type { RecallFacts } from '../summary/facts.ts';
import type { HeaderRecord } from './record.ts';

/** The first record of the evidence of a recall. */
export function headerRecord({ createdAt, ...facts }: RecallFacts): HeaderRecord {
  return { type: 'header', format: 1, at: new Date(createdAt).toISOString(), ...facts };
}
