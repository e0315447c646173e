import { createHash, randomBytes } from 'node:crypto';
import { startEmulator, type RunningEmulator } from '@unpush/emulator/node';

type Scope = 'start' | 'read' | 'stop';

/** What a key is for; the name that it is asked for by is its id at the gateway. */
export interface Grant {
  readonly apps: '*' | readonly string[];
  readonly scopes: readonly Scope[];
}

/** Phones of mPaaS that show a message they should not, each by itself and all by a task. */
export interface Bank {
  readonly appId: string;
  readonly workspaceId: string;
  readonly messageId: string;
  readonly taskId: string;
  readonly targets: readonly string[];
}

/** Phones with a notification that should not be there, the apps they belong to, and keys for the gateway. */
export interface Scene {
  readonly running: RunningEmulator;
  /** The access key `oncall`, which may do everything; the gateway knows its digest. */
  readonly key: string;
  /** The other keys, by their names. */
  readonly keyOf: (name: string) => string;
  readonly clientId: string;
  readonly notifyId: number;
  readonly tokens: readonly string[];
  /** The other app, `bank`. */
  readonly bank: Bank;
  /** For the gateway: what wrangler.jsonc says of a real deployment. */
  readonly vars: Readonly<Record<string, unknown>>;
}

/** Sets the scene: an emulator over HTTPS under a certificate of its own, and keys that are made now. */
export async function setScene({
  phones,
  ...more
}: {
  /** Of the app `shop`, by Huawei. */
  readonly phones: number;
  /** Of the app `bank`, by mPaaS. Default 20. */
  readonly bankPhones?: number;
  /** Further keys, by their names. */
  readonly keys?: Readonly<Record<string, Grant>>;
  /** Further settings of the app, such as its quota. */
  readonly app?: Readonly<Record<string, unknown>>;
  /** Further apps, by their names. They speak to the emulator unless they have an endpoint of their own. */
  readonly apps?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly vars?: Readonly<Record<string, unknown>>;
}): Promise<Scene> {
  const running = await startEmulator({ tls: true });
  const { huawei } = running.emulator;
  const { clientId, serviceAccount } = await huawei.createApp();
  const tokens = huawei.createDevices({ clientId, count: phones });
  const notifyId = 3114932;
  huawei.deliver({ clientId, notifyId, title: 'Everything is free today!' });
  const bank = setBank(running, more.bankPhones ?? 20);
  const grants = { oncall: { apps: '*', scopes: ['start', 'read', 'stop'] } satisfies Grant, ...more.keys };
  const keys = new Map(
    Object.entries(grants).map(([id, grant]) => [id, { grant, key: randomBytes(32).toString('base64url') }]),
  );
  const keyOf = (name: string): string => {
    const known = keys.get(name);
    if (known === undefined) throw new Error(`there is no key ${name} in this scene`);
    return known.key;
  };
  const endpoint = running.url;
  const others = Object.entries(more.apps ?? {}).map(([name, app]) => [name, { endpoint, ...app }]);
  const shop = { vendor: 'huawei', clientId, serviceAccount: 'SHOP_SERVICE_ACCOUNT', endpoint };
  return {
    running,
    key: keyOf('oncall'),
    keyOf,
    clientId,
    notifyId,
    tokens,
    bank: bank.facts,
    vars: {
      APPS: {
        shop: { ...shop, ...more.app },
        bank: { ...bank.app, endpoint },
        ...Object.fromEntries(others),
      },
      KEYS: [...keys].map(([id, { grant, key }]) => ({ id, sha256: sha256Of(key), ...grant })),
      SHOP_SERVICE_ACCOUNT: JSON.stringify(serviceAccount),
      BANK_ACCESS_KEY: JSON.stringify(bank.accessKey),
      ...more.vars,
    },
  };
}

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

interface SetBank {
  readonly facts: Bank;
  readonly app: Readonly<Record<string, unknown>>;
  readonly accessKey: object;
}

function setBank({ emulator: { mpaas } }: RunningEmulator, count: number): SetBank {
  const { accessKey, appId, workspaceId } = mpaas.createApp({ name: 'bank' });
  const name = { appId, workspaceId };
  const targets = mpaas.createDevices({ ...name, count });
  const { messageId } = mpaas.deliver({ ...name, title: 'Your account is empty!' });
  const { taskId } = mpaas.deliverTask({ ...name, title: 'Your account is empty!' });
  return {
    facts: { ...name, messageId, taskId, targets },
    app: { vendor: 'mpaas', ...name, accessKey: 'BANK_ACCESS_KEY' },
    accessKey,
  };
}
