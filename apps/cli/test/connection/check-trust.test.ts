import { huaweiEndpoint } from '@unpush/transport';
import { describe, expect, it } from 'vitest';
import { checkTrust } from '../../src/connection/check-trust.ts';
import type { Setting, Settings } from '../../src/settings/resolve-settings.ts';

const HUAWEI = huaweiEndpoint();
const HERE = huaweiEndpoint({ url: 'http://127.0.0.1:8080' });

const proxyFrom = (from: Setting<string>['from'], configNamed = false): Settings => ({
  proxy: { value: 'http://proxy.example:3128', from, place: 'apps.shop.proxy in unpush.config.json' },
  configFile: 'unpush.config.json',
  configNamed,
});

const caFromProfile: Settings = {
  ca: { value: 'ca.pem', from: 'profile', place: 'apps.shop.ca in unpush.config.json' },
  configFile: 'unpush.config.json',
  configNamed: false,
};

describe('what comes between this machine and the vendor', () => {
  it('may not be named by a file that was only found in the working directory', () => {
    expect(() => checkTrust(proxyFrom('profile'), HUAWEI)).toThrow(
      'apps.shop.proxy in unpush.config.json would come between this machine and the vendor',
    );
    expect(() => checkTrust(caFromProfile, HUAWEI)).toThrow('or give --ca or UNPUSH_CA');
  });

  it('may be named by a person: as a flag, as a variable, or by naming the file', () => {
    expect(() => checkTrust(proxyFrom('flag'), HUAWEI)).not.toThrow();
    expect(() => checkTrust(proxyFrom('variable'), HUAWEI)).not.toThrow();
    expect(() => checkTrust(proxyFrom('profile', true), HUAWEI)).not.toThrow();
  });

  it('does not matter for this very machine', () => {
    expect(() => checkTrust(caFromProfile, HERE)).not.toThrow();
  });
});
