import { NoAnswerError, verdictOfNoAnswer, type Failure, type Verdict } from '@unpush/core';

/** What goes wrong with one request. */
export type Fault =
  /** Answered with this, whatever the targets are; `acted` if they were taken back first. */
  | { readonly kind: 'answer'; readonly verdict: Verdict; readonly acted?: boolean }
  /** Sent, and no answer comes. */
  | { readonly kind: 'lost'; readonly failure: Failure; readonly acted: boolean }
  /** Could not be sent. */
  | { readonly kind: 'unsent'; readonly failure: Failure }
  /** Sent, and nothing comes back until the caller gives up. */
  | { readonly kind: 'hang'; readonly acted: boolean }
  /** The program itself fails. */
  | { readonly kind: 'throw'; readonly error: Error };

/** Which fault each attempt meets, counted from 1 over the vendor's life. */
export type FaultScript = (attempt: number) => Fault | undefined;

/** The verdict where no answer came. */
export function noAnswer(failure: Failure, { received }: { readonly received: boolean }): Verdict {
  return verdictOfNoAnswer(
    new NoAnswerError(`no answer: ${failure}`, { failure, mayHaveBeenReceived: received }),
  );
}
