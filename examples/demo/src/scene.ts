import { gzipSync } from 'node:zlib';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator } from '@unpush/emulator/node';

export const NOTIFY_ID = 3114932;
export const PHONES = 25_000;
/** Tokens a second: the least that Huawei is said to give an app, so the pace is that of a real recall. */
export const QUOTA = 6000;

const OTHER_APP = 6;
const UNINSTALLED = 9;
const DUPLICATES = 140;
/** Lines as exports have them: cut off, glued together, with a stray space. */
const MALFORMED = ['', '"  "', 'MAAAAAB0 split in two', 'tab\there'];

/** An app, its phones with the wrong notification on them, and the export of tokens somebody took at night. */
export interface Scene extends AsyncDisposable {
  readonly url: string;
  readonly clientId: string;
  readonly folder: string;
  /** By their names in the folder. */
  readonly files: { readonly account: string; readonly ca: string; readonly tokens: string };
  /** Some phones to look at. */
  readonly watched: readonly string[];
  /** What a phone shows. */
  readonly tray: (token: string) => readonly { readonly notifyId: number; readonly title: string }[];
  /** Somebody taps the notification. */
  readonly tap: (token: string) => void;
}

/** Builds the scene on an embedded emulator, over HTTPS. */
export async function setScene(): Promise<Scene> {
  const running = await startEmulator({ tls: true });
  const { huawei } = running.emulator;
  const shop = await huawei.createApp({ name: 'shop' });
  const other = await huawei.createApp({ name: 'another app of the same company' });
  const tokens = huawei.createDevices({ clientId: shop.clientId, count: PHONES });
  const strangers = huawei.createDevices({ clientId: other.clientId, count: OTHER_APP });
  huawei.deliver({ clientId: shop.clientId, notifyId: 2024, title: 'Your parcel is on its way' });
  huawei.deliver({ clientId: shop.clientId, notifyId: NOTIFY_ID, title: 'Everything is free today!' });
  huawei.setQuota(shop.clientId, { devicesPerSecond: QUOTA });

  const folder = await mkdtemp(join(tmpdir(), 'unpush-demo-'));
  const files = { account: 'service-account.json', ca: 'emulator-ca.pem', tokens: 'export.csv.gz' };
  await writeFile(join(folder, files.account), JSON.stringify(shop.serviceAccount), { mode: 0o600 });
  await writeFile(join(folder, files.ca), running.caPem ?? '');
  await writeFile(join(folder, files.tokens), gzipSync(exportOf(tokens, strangers)));
  return {
    url: running.url,
    clientId: shop.clientId,
    folder,
    files,
    watched: [tokens[0], tokens[12_345], tokens[24_999]].filter((token) => token !== undefined),
    tray: (token) => huawei.tray(token),
    tap: (token) => {
      huawei.click({ token, notifyId: NOTIFY_ID });
    },
    async [Symbol.asyncDispose]() {
      await running.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A CSV as a data team exports it at night: all phones, and what such files always have besides. */
function exportOf(tokens: readonly string[], strangers: readonly string[]): string {
  const uninstalled = Array.from(
    { length: UNINSTALLED },
    (_, index) => `GONE${String(index).padStart(108, 'x')}`,
  );
  const duplicates = tokens.slice(0, DUPLICATES);
  const rows = [...tokens, ...duplicates].map((token, index) => `${index},${token},phone`);
  [...strangers, ...uninstalled, ...MALFORMED].forEach((odd, index) => {
    rows.splice(1700 * (index + 1), 0, `${900_000 + index},${odd},phone`);
  });
  return `user_id,push_token,device\r\n${rows.join('\r\n')}`;
}
