import type { Verdict } from '@unpush/core';
import { skewOf } from '../refusal/clock-skew.ts';

/** What a person does about a single revoke that was not accepted. The catalog says more of each code. */
export function whatToDo(verdict: Verdict): string {
  const { advice, about, allowedTargets, mayHaveBeenReceived } = verdict;
  switch (advice) {
    case 'retry':
      return about === 'quota'
        ? `Its flow control was still at work when the time was up${mayHaveBeenReceived ? '' : ', and nothing was taken back'}: send more slowly, or try again later.`
        : 'The fault is on its side: try again later, and if it stays so, open a ticket with the request id.';
    case 'renew':
      return `A fresh token was refused as well: check that the key file belongs to the project of this app, and that this machine's clock is right${skewOf(verdict)}.`;
    case 'split':
      return mayHaveBeenReceived
        ? 'Some tokens may have been taken and others not, and the answer does not say which: use a recall, which finds out, or revoke fewer tokens at a time.'
        : 'At least one token is not of this app, and none was taken: revoke fewer tokens at a time, or use a recall, which finds the bad ones.';
    case 'shrink':
      return allowedTargets === undefined
        ? 'It takes fewer tokens in one request: send fewer at a time.'
        : `It takes at most ${allowedTargets} tokens in one request: send fewer at a time.`;
    case 'reject':
      return 'Not one token was taken: check that they are current and of this very app.';
    case 'fix':
      return 'The request is wrong as it is: correct what the message names.';
    case 'stop':
      return STOP[about];
    case 'done':
      return '';
  }
}

const CONFIGURATION = 'Repeating it does not help: check client id, key file and endpoint.';

const STOP: Readonly<Record<Verdict['about'], string>> = {
  permission:
    'Repeating it does not help: check in AppGallery Connect that Push Kit is on and that this app may revoke.',
  credential: 'Repeating it does not help: check that the key file belongs to the project of this app.',
  request: 'Repeating it does not help: check client id and endpoint.',
  success: CONFIGURATION,
  target: CONFIGURATION,
  quota: CONFIGURATION,
  'vendor-fault': CONFIGURATION,
  unknown: CONFIGURATION,
};
