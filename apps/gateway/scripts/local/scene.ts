import { createHash, randomBytes } from 'node:crypto';
import { startEmulator, type RunningEmulator } from '@unpush/emulator/node';

/** Phones with a notification that should not be there, the app they belong to, and a key for the gateway. */
export interface Scene {
  readonly running: RunningEmulator;
  /** The access key that the gateway knows the digest of. */
  readonly key: string;
  readonly clientId: string;
  readonly notifyId: number;
  readonly tokens: readonly string[];
  /** For the gateway: what wrangler.jsonc says of a real deployment. */
  readonly vars: Readonly<Record<string, unknown>>;
}

/** Sets the scene: an emulator over HTTPS under a certificate of its own, and a key that is made now. */
export async function setScene({
  phones,
  ...more
}: {
  readonly phones: number;
  /** Further settings of the app, such as its quota. */
  readonly app?: Readonly<Record<string, unknown>>;
  readonly vars?: Readonly<Record<string, unknown>>;
}): Promise<Scene> {
  const running = await startEmulator({ tls: true });
  const { huawei } = running.emulator;
  const { clientId, serviceAccount } = await huawei.createApp();
  const tokens = huawei.createDevices({ clientId, count: phones });
  const notifyId = 3114932;
  huawei.deliver({ clientId, notifyId, title: 'Everything is free today!' });
  const key = randomBytes(32).toString('base64url');
  const sha256 = createHash('sha256').update(key).digest('hex');
  const shop = { vendor: 'huawei', clientId, serviceAccount: 'SHOP_SERVICE_ACCOUNT', endpoint: running.url };
  return {
    running,
    key,
    clientId,
    notifyId,
    tokens,
    vars: {
      APPS: { shop: { ...shop, ...more.app } },
      KEYS: [{ id: 'oncall', sha256, apps: '*', scopes: ['start', 'read', 'stop'] }],
      SHOP_SERVICE_ACCOUNT: JSON.stringify(serviceAccount),
      ...more.vars,
    },
  };
}
