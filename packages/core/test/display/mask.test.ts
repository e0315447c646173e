import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { maskSecrets, maskTarget } from '@unpush/core';

describe('maskTarget', () => {
  it.each([
    ['MAAAAABcdefghijklmnopqrstuvwxyz0123', 'MAAAAA…0123'],
    ['pushToken1', 'pus…'],
    ['ab', '…'],
    ['', '…'],
    ['推送推送推送', '推送…'],
  ])('shows %j as %j', (target, shown) => {
    expect(maskTarget(target)).toBe(shown);
  });

  it('never shows more than a third of it, or ten characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (target) => {
        const shown = Array.from(maskTarget(target)).length - 1;
        const whole = Array.from(target).length;
        expect(shown).toBeLessThanOrEqual(whole >= 24 ? 10 : whole / 3);
      }),
    );
  });
});

describe('maskSecrets', () => {
  const token = 'MAAAAABdummydummydummydummydummy0123';

  it.each([
    [`token ${token} refused`, 'token MAAAAA…0123 refused'],
    ['Authorization: Bearer abc.def', 'Authorization: Bearer «token»'],
    ['got eyJhbGciOiJub25lIn0.eyJpc3MiOiJ4In0.c2ln', 'got «token»'],
    ['-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----', '«private key»'],
    ['-----BEGIN PRIVATE KEY-----\nAAAA cut off', '«private key»'],
    ['All the tokens are invalid.', 'All the tokens are invalid.'],
    ['push-api.cloud.huawei.com', 'push-api.cloud.huawei.com'],
    ['noRightToSendThisLiveNotificationEvent', 'noRightToSendThisLiveNotificationEvent'],
  ])('turns %j into %j', (text, masked) => {
    expect(maskSecrets(text)).toBe(masked);
  });
});
