import { batchOf } from '@unpush/core';
import { expect, it } from 'vitest';
import { createHuaweiRevoker, createTokenSource, ServiceAccount } from '../../src/index.ts';
import { undiciSender } from '../../src/undici/index.ts';
import { rsaKey } from '../support/rsa-key.ts';
import { accountFile } from '../support/service-account.ts';

it('never claims of a recall that nothing was sent: other requests of it may have been', async () => {
  const send = undiciSender();
  await send.close();
  const tokens = createTokenSource({ account: new ServiceAccount(accountFile(await rsaKey(2048))) });
  const revoker = createHuaweiRevoker({ clientId: '104', tokens, send });
  const verdict = await revoker.attempt(
    { notifyId: 3114932, pushType: 'extension' },
    batchOf(['pushToken1']),
  );
  expect(verdict).toMatchObject({ failure: 'aborted', mayHaveBeenReceived: false });
  expect(verdict.message).toBe(
    'The sender was closed before push-api.cloud.huawei.com had answered. Close it after the last request.',
  );
});
