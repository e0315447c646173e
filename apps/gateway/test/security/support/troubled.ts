import { startEchoingVendor, type EchoingVendor } from './echoing-vendor.ts';
import { startGuarded, type Guarded } from './guarded.ts';
import type { Sought } from './sought.ts';
import { pemBodyOf, strangeAccessKey, strangeServiceAccount } from './vendor-keys.ts';

/** A gateway with apps whose keys are no good, or whose vendor says again what it is told. */
export interface Troubled extends AsyncDisposable {
  readonly guarded: Guarded;
  readonly echoing: readonly EchoingVendor[];
  /** The vendors' keys, of all the apps. */
  readonly secrets: Sought;
}

/** Its apps of Huawei, besides `shop`. */
export const SHOPS = ['damaged', 'cut', 'absent', 'pasted', 'unknown', 'echoed', 'failing'] as const;
/** Its apps of mPaaS, besides `bank`. */
export const BANKS = ['bare-bank', 'unknown-bank', 'echoed-bank', 'failing-bank'] as const;

export async function startTroubled(): Promise<Troubled> {
  await using stack = new AsyncDisposableStack();
  const echoed = stack.use(await startEchoingVendor(400));
  const failing = stack.use(await startEchoingVendor(500));
  const account = strangeServiceAccount();
  const accessKey = strangeAccessKey();
  const file = JSON.stringify(account);
  const lines = account.private_key.split('\n');
  const damaged = { ...account, private_key: lines.toSpliced(6, 1).join('\n') };
  const guarded = stack.use(
    await startGuarded({
      apps: {
        damaged: shop('DAMAGED'),
        cut: shop('CUT'),
        absent: shop('ABSENT'),
        // Somebody has taken the place of the name for that of the secret
        pasted: shop(file),
        unknown: shop('STRANGE'),
        echoed: { ...shop('STRANGE'), endpoint: echoed.url },
        failing: { ...shop('STRANGE'), endpoint: failing.url },
        'bare-bank': bank('BARE'),
        'unknown-bank': bank('STRANGE_KEY'),
        'echoed-bank': { ...bank('STRANGE_KEY'), endpoint: echoed.url },
        'failing-bank': { ...bank('STRANGE_KEY'), endpoint: failing.url },
      },
      secrets: {
        DAMAGED: JSON.stringify(damaged),
        CUT: file.slice(0, 900),
        STRANGE: file,
        BARE: accessKey.accessKeySecret,
        STRANGE_KEY: JSON.stringify(accessKey),
      },
    }),
  );
  const whole = stack.move();
  const { SHOP_SERVICE_ACCOUNT: own, BANK_ACCESS_KEY: ownKey } = guarded.gateway.scene.vars;
  const keys = [accessKey, JSON.parse(String(ownKey)) as typeof accessKey]; // what the emulator gives out
  return {
    guarded,
    echoing: [echoed, failing],
    secrets: {
      'a private key': [account, JSON.parse(String(own)) as typeof account].flatMap(pemBodyOf), // likewise
      'the secret of an access key': keys.map(({ accessKeySecret }) => accessKeySecret),
      'the id of an access key': keys.map(({ accessKeyId }) => accessKeyId),
    },
    [Symbol.asyncDispose]: () => whole.disposeAsync(),
  };
}

const shop = (serviceAccount: string): Readonly<Record<string, unknown>> => ({
  vendor: 'huawei',
  clientId: '104729817',
  serviceAccount,
});

const bank = (accessKey: string): Readonly<Record<string, unknown>> => ({
  vendor: 'mpaas',
  appId: 'ONEX570DA89211721',
  workspaceId: 'default',
  accessKey,
});
