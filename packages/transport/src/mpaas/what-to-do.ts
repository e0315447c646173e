import type { Verdict } from '@unpush/core';
import { skewOf } from '../refusal/clock-skew.ts';

/** What was called, as far as it matters for what to do. */
export interface Called {
  readonly repeatable: boolean;
  /** Whether it takes something back. */
  readonly isRevoke: boolean;
}

/** What a person does about a single call that was not accepted. The catalog says more of each code. */
export function whatToDo(verdict: Verdict, called: Called): string {
  const { advice, about } = verdict;
  switch (advice) {
    case 'retry':
      return about === 'quota' ? throttled(verdict, called) : fault(verdict, called);
    case 'renew':
      return `Nothing newer could be had to sign with: check this machine's clock${skewOf(verdict)}, and get temporary credentials (STS) anew if they have ended.`;
    case 'split':
    case 'shrink':
    case 'fix':
      return called.isRevoke
        ? 'The request is wrong as it is: check that message or task, target and app belong together, and that the push is not older than 7 days.'
        : 'The request is wrong as it is: correct what the message names.';
    case 'reject':
      return 'The target is refused: check that it is current and of this app.';
    case 'stop':
      return STOP[about];
    case 'done':
      return '';
  }
}

function throttled({ mayHaveBeenReceived }: Verdict, { repeatable }: Called): string {
  if (!mayHaveBeenReceived) {
    return 'Its flow control was still at work when the time was up, and nothing was done: send more slowly, or try again later.';
  }
  return repeatable
    ? 'Its flow control was still at work when the time was up: send more slowly, or try again later.'
    : 'It was too busy, or something before it was.';
}

/** What must not be done twice is not to be tried again on our word. */
const fault = ({ mayHaveBeenReceived }: Verdict, { repeatable }: Called): string =>
  mayHaveBeenReceived && !repeatable
    ? 'The fault is on its side: if it stays so, open a ticket with the request id.'
    : 'The fault is on its side: try again later, and if it stays so, open a ticket with the request id.';

const CONFIGURATION = 'Repeating it does not help: check access key, app id, workspace id and endpoint.';

const STOP: Readonly<Record<Verdict['about'], string>> = {
  permission:
    "Repeating it does not help: check in the mPaaS console that the push API is switched on, and that the access key's user may use this app.",
  credential:
    'Repeating it does not help: check the access key, and that app id and workspace id belong to its account.',
  request: 'Repeating it does not help: check app id, workspace id and endpoint.',
  success: CONFIGURATION,
  target: CONFIGURATION,
  quota: CONFIGURATION,
  'vendor-fault': CONFIGURATION,
  unknown: CONFIGURATION,
};
