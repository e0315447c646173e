import type { Locale } from '../../locale.ts';

/** What a code is about, as a word after "about". */
export const ABOUT: Locale['about'] = {
  success: 'success',
  request: 'the request',
  credential: 'the credential',
  permission: 'permission',
  target: 'the targets',
  quota: 'flow control',
  'vendor-fault': 'a fault at the vendor',
  unknown: 'unknown',
};

/** What unpush does by itself. */
export const ADVICE: Locale['advice'] = {
  done: 'The request is accepted; unpush goes on with the next one. Of the screens this says nothing.',
  'retry-slower':
    'unpush slows down and sends the same again. This uses up no attempt, and no target ends as unknown because of it.',
  'retry-later':
    'unpush sends the same again a few times, waiting longer each time. If no usable answer comes, the targets are reported as unknown.',
  renew: 'unpush makes a new credential, once, and sends again. If the new one is refused as well, it stops.',
  split: 'unpush divides the batch until the targets at fault stand alone, and tries all others on the way.',
  shrink: 'unpush sends fewer targets in each request. If even one is too many, it stops.',
  reject:
    'unpush reports the targets that the answer names as rejected, or all of the batch if it names none, and sends the others again.',
  fix: 'As long as nothing is accepted for this notification, unpush tries the first few targets one by one and stops if all are refused. Later on it divides the batch to find the targets at fault.',
  stop: 'unpush stops. Targets without a final answer stay not-attempted, and the recall can be resumed once the cause is gone.',
};
