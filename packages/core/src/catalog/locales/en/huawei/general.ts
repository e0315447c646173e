import type { HuaweiCode } from '../../../../huawei/catalog.ts';
import type { Texts } from '../../../locale.ts';
import { LINKS } from '../../links.ts';

/** Accepted, or Huawei's own trouble. */
export const GENERAL = {
  '80000000': {
    title: 'Request accepted',
    meaning:
      'Huawei accepted the revoke for every token in the request, except those the answer itself names as illegal. Whether the notification leaves a screen is not part of the answer: one that was tapped before stays.',
    causes: ['The request was in order.'],
    remedies: [
      'Nothing has to be done. Keep the requestId if you may need evidence.',
      'Tokens that the answer lists under illegalTokens are reported as rejected by unpush.',
    ],
    note: "Huawei's page words this code for sending. For a notifyId that is unknown, expired or already tapped it documents no answer at all, so an accepted request may cover such cases too.",
  },
  '80000001': {
    title: 'Internal error at Huawei',
    meaning:
      "Something failed inside Huawei's push service. The request may have been carried out, or not at all.",
    causes: ['An unspecified fault on their side: Huawei files every other error under this code.'],
    remedies: [
      'Wait: unpush repeats the request a few times by itself, then reports its tokens as unknown.',
      `If it stays, open a ticket and quote requestId and time: ${LINKS.huaweiTicket}`,
      'Send to the unknown ones again later: with --report they stand in the report.',
    ],
  },
  '81000001': {
    title: 'Inner error at Huawei',
    meaning:
      "Something failed inside Huawei's push service. The request may have been carried out, or not at all.",
    causes: ['An unspecified fault on their side.'],
    remedies: [
      'Wait: unpush repeats the request a few times by itself, then reports its tokens as unknown.',
      `If it stays, open a ticket and quote requestId and time: ${LINKS.huaweiTicket}`,
    ],
    note: 'Documented for sending only; revoke has 80000001 for the same trouble.',
  },
} satisfies Partial<Texts<HuaweiCode>>;
