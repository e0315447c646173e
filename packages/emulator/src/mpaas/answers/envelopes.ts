import type { MpaasBehaviour } from '../behaviour.ts';
import type { Envelope, Fields } from '../operations/operation.ts';
import { SUCCESS, wordsOf } from './messages.ts';

/** What the service has to say, before it is in an envelope. */
export interface Outcome {
  /** `100`, or what is wrong. */
  readonly code: string;
  /** The words for it. */
  readonly message: string;
  readonly fields: Fields;
}

/** The body of an answer of the service, in the shape that the operation has. */
export function envelopeOf(
  envelope: Envelope,
  outcome: Outcome & { readonly requestId: string },
  behaviour: MpaasBehaviour,
): Fields {
  switch (envelope) {
    case 'push':
      return push(outcome, behaviour);
    case 'scheduler':
      return scheduler(outcome, behaviour);
    case 'template':
      return newer(outcome, 'Msg');
    case 'device':
      return newer(outcome, 'Message');
  }
}

type Dressed = Outcome & { readonly requestId: string };

/** Pushes, revokes, bind and report. Where the code of a failure stands is not documented: `codePlacement` says. */
function push({ code, message, fields, requestId }: Dressed, behaviour: MpaasBehaviour): Fields {
  const success = code === SUCCESS;
  const { codePlacement } = behaviour;
  const shown = shownCode(code, behaviour);
  const text = success ? 'success' : message;
  const holds = (place: MpaasBehaviour['codePlacement']): boolean => !success && codePlacement === place;
  return {
    RequestId: requestId,
    ResultCode: holds('result-code') ? shown : 'OK',
    ResultMessage: holds('result-message') ? shown : text,
    PushResult: { Success: success, ResultMsg: holds('result-msg') ? shown : text, Data: '', ...fields },
  };
}

/** Schedulers. There is no PushResult, so what would stand in it stands in ResultCode. */
function scheduler({ code, message, fields, requestId }: Dressed, behaviour: MpaasBehaviour): Fields {
  const shown = shownCode(code, behaviour);
  if (code === SUCCESS) {
    return { RequestId: requestId, ResultCode: 'OK', ResultMessage: 'success', ...fields };
  }
  return behaviour.codePlacement === 'result-message'
    ? { RequestId: requestId, ResultCode: 'OK', ResultMessage: shown }
    : { RequestId: requestId, ResultCode: shown, ResultMessage: message };
}

/** Templates and device states: a code and its name, both documented. */
function newer({ code, fields, requestId }: Dressed, nameField: 'Msg' | 'Message'): Fields {
  const success = code === SUCCESS;
  return { RequestId: requestId, Success: success, Code: code, [nameField]: wordsOf(code).name, ...fields };
}

function shownCode(code: string, { codeForm }: MpaasBehaviour): string {
  return codeForm === 'name' ? wordsOf(code).name : code;
}
