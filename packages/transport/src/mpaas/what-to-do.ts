import type { Verdict } from '@unpush/core';
import { skewOf } from '../refusal/clock-skew.ts';

/** What a person does about a single call that was not accepted. The catalog says more of each code. */
export function whatToDo(verdict: Verdict): string {
  const { advice, about } = verdict;
  switch (advice) {
    case 'retry':
      return about === 'quota'
        ? 'Its flow control was still at work when the time was up, and nothing was done: send more slowly, or try again later.'
        : 'The fault is on its side: try again later, and if it stays so, open a ticket with the request id.';
    case 'renew':
      return `Nothing newer could be had to sign with: check this machine's clock${skewOf(verdict)}, and get temporary credentials (STS) anew if they have ended.`;
    case 'split':
    case 'shrink':
    case 'fix':
      return 'The request is wrong as it is: correct what the message names; of a revoke check that message, target and app belong together and the push is not older than 7 days.';
    case 'reject':
      return 'The target is refused: check that it is current and of this app.';
    case 'stop':
      return STOP[about];
    case 'done':
      return '';
  }
}

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
