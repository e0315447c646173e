import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../src/settings.ts';

const NEEDED = {
  API_KEY: 'sixteen letters!',
  HUAWEI_CLIENT_ID: '104729817',
  HUAWEI_SERVICE_ACCOUNT: 'service-account.json',
};

describe('settingsSchema', () => {
  it('needs a key, an app and its service account', () => {
    expect(settingsSchema.parse(NEEDED)).toEqual({ ...NEEDED, PORT: 3000, QUEUE_ROLE: 'worker' });
    expect(settingsSchema.safeParse({}).error?.issues.map(({ path, message }) => [path[0], message])).toEqual(
      [
        ['API_KEY', 'must be the key that callers send, 16 characters at least'],
        ['HUAWEI_CLIENT_ID', "must be the app's client id, as AppGallery Connect shows it"],
        [
          'HUAWEI_SERVICE_ACCOUNT',
          'must be the path of the service account file that AppGallery Connect gave out',
        ],
      ],
    );
  });

  it('takes numbers as the environment has them, and says what they must be', () => {
    expect(settingsSchema.parse({ ...NEEDED, PORT: '8080', HUAWEI_QUOTA: '6000' })).toMatchObject({
      PORT: 8080,
      HUAWEI_QUOTA: 6000,
    });
    const { error } = settingsSchema.safeParse({ ...NEEDED, PORT: '80808', HUAWEI_QUOTA: 'fast' });
    expect(error?.issues.map(({ message }) => message)).toEqual([
      'must be a port, 0 to 65535',
      'must be a number of phones per second, more than 0',
    ]);
  });

  it('needs PostgreSQL beside Redis', () => {
    const { error } = settingsSchema.safeParse({ ...NEEDED, REDIS_URL: 'redis://localhost' });
    expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['DATABASE_URL', 'must be given beside REDIS_URL: all processes of a queue keep recalls in one place'],
    ]);
  });
});
