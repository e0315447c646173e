import { createPacer } from '@unpush/recall';
import type { HttpSender } from '@unpush/transport';
import { openApp } from '../app/open-app.ts';
import { storageTokenCache } from '../app/storage-token-cache.ts';
import type { GatewayOptions } from '../gateway/options.ts';
import { openStore } from '../store/open-store.ts';
import { createAllowance, within } from './drive/allowance.ts';
import { createDrive } from './drive/drive.ts';
import { keepQuota, knownQuota } from './drive/known-quota.ts';
import type { ObjectParts } from './object-parts.ts';
import { createMaker } from './start/maker.ts';

/** What an object is opened with. */
export interface OpeningMeans {
  readonly name: string;
  readonly options: GatewayOptions;
  readonly storage: DurableObjectStorage;
  readonly send: HttpSender;
  readonly warn: (message: string) => void;
}

const GIB = 2 ** 30;

/** Opens an app's object. Nothing is sent, and no credential read. Throws where the app's options cannot be used. */
export function openObject({ name, options, storage, send, warn }: OpeningMeans): ObjectParts {
  const appOptions = options.apps[name];
  if (appOptions === undefined) throw new Error(`the options know no app ${name} any more`);
  const { listBytes = 4 * GIB, targets = 10_000_000, requestsPerAlarm = 1000 } = options.limits ?? {};
  const limits = { bytes: listBytes, targets };
  const allowance = createAllowance();
  const means = { name, send, tokenCache: storageTokenCache(storage), warn };
  const app = openApp(appOptions, means);
  const store = openStore(storage);
  const known = knownQuota(storage);
  const pacer = createPacer({
    concurrency: app.concurrency,
    ...(app.quota !== undefined && { targetsPerSecond: app.quota }),
    ...(known !== undefined && app.quota === undefined && { knownQuota: known }),
  });
  const maker = createMaker({ app, store });
  const drive = createDrive({
    app,
    store,
    storage,
    pacer: within(allowance, pacer),
    allowance,
    requestsPerAlarm,
    make: (recallId) => maker.make(recallId),
    warn,
    onAlarmEnd: () => {
      if (app.quota === undefined) keepQuota(storage, pacer.quota);
    },
  });
  return { app, store, drive, maker, limits };
}
