import type { Exchange } from '../exchange.ts';
import type { CodeFault, FinalFault } from '../faults/fault.ts';
import { type Answer, bareAnswer, toResponse } from './answer.ts';

/** How a request ends: with an answer or without, and whatever else it meets. */
export type Ending =
  | { readonly kind: 'response'; readonly answer: Answer }
  | { readonly kind: 'cut'; readonly answer: Answer; readonly keepBytes: number }
  | { readonly kind: 'reset' }
  | { readonly kind: 'stall' };

/** Whether the emulator is to do what was asked before the fault shows. */
export function lets(fault: FinalFault | undefined): boolean {
  switch (fault?.type) {
    case undefined:
    case 'truncate':
      return true;
    case 'reset':
      return fault.when === 'after';
    case 'status':
    case 'code':
    case 'non-json':
    case 'stall':
      return fault.acts;
  }
}

/**
 * What the caller sees of a fault.
 *
 * @param honest - the answer that the request would have had.
 * @param answerWith - writes a code the way the vendor writes it.
 */
export function endingOf(
  fault: FinalFault,
  honest: Answer,
  answerWith: (fault: CodeFault) => Answer,
): Ending {
  switch (fault.type) {
    case 'status':
      return { kind: 'response', answer: bareAnswer(fault) };
    case 'code':
      return { kind: 'response', answer: answerWith(fault) };
    case 'non-json':
      return { kind: 'response', answer: fault };
    case 'truncate':
      return {
        kind: 'cut',
        answer: honest,
        keepBytes: fault.keepBytes ?? Math.floor(honest.body.length / 2),
      };
    case 'reset':
    case 'stall':
      return { kind: fault.type };
  }
}

/** The ending as an exchange, under the server's clock. */
export function exchangeOf(ending: Ending, serverTime: number): Exchange {
  switch (ending.kind) {
    case 'response':
      return { kind: 'response', response: toResponse(ending.answer, serverTime) };
    case 'cut':
      return { kind: 'cut', response: toResponse(ending.answer, serverTime), sentBytes: ending.keepBytes };
    case 'reset':
    case 'stall':
      return ending;
  }
}
