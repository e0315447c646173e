import { NONE_REJECTED, type Verdict } from '@unpush/core';

/** A verdict of which only what matters is said: nobody named, and certainly not acted on. */
export function verdictOf(said: Pick<Verdict, 'advice' | 'about'> & Partial<Verdict>): Verdict {
  return { rejected: NONE_REJECTED, mayHaveBeenReceived: false, ...said };
}
