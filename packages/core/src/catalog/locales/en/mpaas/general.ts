import type { MpaasCode } from '../../../../mpaas/catalog.ts';
import type { Texts } from '../../../locale.ts';
import { LINKS } from '../../links.ts';
import { GATEWAY_ONLY, OUR_READING } from './notes.ts';

const WAIT = 'Wait: unpush sends it again a few times and then reports the target as unknown.';
const SLOWER = 'Nothing has to be done at first: unpush slows down and finds the speed that is allowed.';
const ALONE = 'Pause other programs that call mPaaS with this account, and set --quota, in targets a second.';

/** Accepted, too fast, the vendor's own trouble, or a request refused without saying which field. */
export const GENERAL = {
  '100': {
    title: 'Success',
    meaning:
      'Message Push took the request. Accepted it is only if the answer says Success: true as well; whether the notification leaves a screen is not part of the answer.',
    causes: ['The request was in order.'],
    remedies: ['Nothing has to be done. Keep the requestId if you may need evidence.'],
  },
  OK: {
    title: 'Taken by the gateway',
    meaning:
      'The result code of a revoke in good order. Accepted it is only if PushResult.Success is true; otherwise the real code stands in another field of the answer.',
    causes: ['The request was in order, or it failed further inside.'],
    remedies: [
      'Look at PushResult.Success. If it is false, look up the code in ResultMessage or PushResult.ResultMsg.',
    ],
    note: 'The samples on the page show OK next to the text "param is invalid", so OK alone proves nothing.',
  },
  '9000': {
    title: 'System error at mPaaS',
    meaning: 'Something failed inside Message Push. The request may have been carried out, or not at all.',
    causes: ['An unspecified fault on their side.'],
    remedies: [
      WAIT,
      'Do not repeat a push by hand because of this code: people could get it twice. unpush repeats revokes, never pushes.',
      'If it stays, open a ticket with Alibaba Cloud and quote RequestId and time.',
    ],
  },
  '8011': {
    title: 'Flow control: too fast',
    meaning: 'Message Push limits how often it may be called. Nothing of this request was taken.',
    causes: ['More calls at a time than this app is allowed.', 'Other programs use the same limit.'],
    remedies: [SLOWER, ALONE],
    note: 'Documented for templates only. The limits are not published.',
  },
  'Throttling*': {
    title: 'Throttled by the gateway',
    meaning:
      'The Alibaba Cloud gateway refused the request because there were too many. Nothing of it was taken.',
    causes: [
      'Too many calls at a time: Throttling.User counts all calls of the account, Throttling.Api those of one operation.',
      'Other programs of the same account use the same limit.',
    ],
    remedies: [`${SLOWER} It also keeps the waiting time that the answer asks for.`, ALONE],
    note: 'Comes with HTTP 400 as well as 429 or 503. The header x-acs-retry-after counts milliseconds.',
  },
  ServiceUnavailable: {
    title: 'Service unavailable for now',
    meaning: 'The service behind the gateway does not answer. The request may have been carried out.',
    causes: ['A passing fault or maintenance at Alibaba Cloud.'],
    remedies: [WAIT, `If it stays, look here: ${LINKS.alibabaErrors}`],
    note: GATEWAY_ONLY,
  },
  InternalError: {
    title: 'Internal error at Alibaba Cloud',
    meaning: 'Something failed behind the gateway. The request may have been carried out, or not at all.',
    causes: ['An unspecified fault on their side.'],
    remedies: [WAIT, 'If it stays, open a ticket with Alibaba Cloud and quote RequestId and time.'],
    note: GATEWAY_ONLY,
  },
  '3028': {
    title: 'Invalid parameter',
    meaning:
      'Message Push does not accept a value in the request. For a revoke it may also mean that there is nothing for this message and this target to take back.',
    causes: [
      'The target is not of the kind that the message was pushed to: a device id for a push by device, a user id for a push by user.',
      'The message id is not the one that was given when pushing, or it was pushed by task and needs --task-id.',
      'The push is more than 7 days old, which is as far back as a revoke reaches.',
      'It was revoked before.',
      'AppId, WorkspaceId or another value is malformed.',
    ],
    remedies: [
      'Check that --message-id is your own id of the push (the value in TargetMsgkey), and the target the key that stood beside it.',
      'For a batch or broadcast push use --task-id alone.',
      'Check the age of the push: after 7 days there is no way to revoke it here.',
      'If only some targets are refused, those are at fault; unpush tries all of the first ten before it stops.',
    ],
    note: 'No code is documented for an unknown, expired or repeated revoke; that it is this one is a guess.',
  },
  '3031': {
    title: 'Request is not UTF-8',
    meaning: 'The body of the request could not be read as UTF-8, and nothing of it was taken.',
    causes: ['A program or proxy on the way changed the encoding.', 'Another client sends another encoding.'],
    remedies: [
      'Send the body as UTF-8, and make sure that no proxy rewrites it.',
      'unpush always sends UTF-8: if it happens to its own request, please report it as a bug.',
    ],
    note: `Fits the RSA-signed REST API, which unpush does not use. ${OUR_READING}`,
  },
} satisfies Partial<Texts<MpaasCode>>;
