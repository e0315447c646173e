import type { CodeFault } from '../faults/fault.ts';
import type { FaultSubject } from '../faults/fault-script.ts';
import type { RequestFacts } from '../world/request-log.ts';
import type { Answer } from './answer.ts';

/** An answer, and whether anything was done. */
export interface Judgement {
  readonly answer: Answer;
  readonly acted: boolean;
}

/** One request, read by its vendor, and what that vendor makes of it. */
export interface Visit {
  /** What a fault can be chosen by. */
  readonly subject: FaultSubject;
  /**
   * Does what is asked, if it may be done, and says what the vendor would answer.
   *
   * @param serverTime - by the server's clock, which a fault may have put wrong. Milliseconds since 1970.
   */
  readonly judge: (serverTime: number) => Promise<Judgement>;
  /** Writes a code that a fault names, the way the vendor writes it. */
  readonly answerWith: (fault: CodeFault) => Answer;
  /** What the log keeps of the request. Asked for last, when it is known whether its credential was good. */
  readonly facts: () => RequestFacts;
}
