import type { Selector } from '../words/recall-words.ts';
import type { AppWords, NotificationWords, VendorWords } from '../words/recall-words.ts';

/** How Huawei's things are called. */
export const HUAWEI_WORDS: VendorWords = {
  catalog: 'huawei',
  appId: 'client id',
  wrongApp: ['80300002', '404'],
  credential: { one: 'a JWT', many: 'JWTs' },
  credentialFlag: '--service-account FILE',
  renewed: 'The vendor refused the credential; a new one was made.',
  refusedTwice: 'The vendor refused a freshly made credential as well.',
};

/** An app by its client id. */
export const describeApp = (clientId: string): AppWords => ({
  text: `client id ${clientId}`,
  fields: { clientId },
});

/** A notification by its notifyId, which is one of its push type only. */
export const describeNotification = ({ notifyId, pushType }: Selector): NotificationWords => ({
  id: { name: 'notifyId', value: String(notifyId ?? '') },
  kind:
    pushType === 'extension'
      ? { full: 'extension (push type 2)', brief: 'ext' }
      : { full: 'notification (push type 0)', brief: '' },
  target: { one: 'token', many: 'tokens' },
});
