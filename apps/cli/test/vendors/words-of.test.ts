import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../src/vendors/words/words-of.ts';

describe('the words of a recall', () => {
  it('are Huawei’s for one by Huawei', async () => {
    const selector = { notifyId: 3114932, pushType: 'extension' };
    expect(await wordsOf({ vendor: 'huawei', app: '104012345', selector })).toEqual({
      vendor: {
        catalog: 'huawei',
        appId: 'client id',
        wrongApp: ['80300002', '404'],
        credential: { one: 'a JWT', many: 'JWTs' },
        credentialFlag: '--service-account FILE',
        renewed: 'The vendor refused the credential; a new one was made.',
        refusedTwice: 'The vendor refused a freshly made credential as well.',
      },
      app: { text: 'client id 104012345', fields: { clientId: '104012345' } },
      notification: {
        id: { name: 'notifyId', value: '3114932' },
        kind: { full: 'extension (push type 2)', brief: 'ext' },
        target: { one: 'token', many: 'tokens' },
      },
    });
  });

  it('are plain ones for a vendor that only a newer version knows, and no catalog’s', async () => {
    expect(await wordsOf({ vendor: 'toString', app: 'shop', selector: { id: 7 } })).toEqual({
      vendor: {
        appId: 'app',
        credential: { one: 'a credential', many: 'credentials' },
        renewed: 'The vendor refused the credential; a new one was made.',
        refusedTwice: 'The vendor refused a freshly made credential as well.',
      },
      app: { text: 'shop', fields: { app: 'shop' } },
      notification: { id: { name: 'id', value: '7' }, target: { one: 'target', many: 'targets' } },
    });
  });
});
