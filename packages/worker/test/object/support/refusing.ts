import { env } from 'cloudflare:workers';
import { runInDurableObject } from 'cloudflare:test';
import { openObject } from '../../../src/object/open-object.ts';
import type { ObjectParts } from '../../../src/object/object-parts.ts';
import { bodyOf, bytesOf } from '../../lists/support/lists.ts';
import { world } from '../../support/world.ts';
import type { Shop } from './shop.ts';

/** An object whose alarms a test fires by itself, on a storage that can be full. */
export interface Refusing {
  readonly parts: ObjectParts;
  readonly storage: DurableObjectStorage;
  /** Which statements are refused, as SQLite does where there is no more room. */
  refused: RegExp | undefined;
  /** How many were. */
  refusals: number;
}

const methodOf = (target: object, key: PropertyKey): unknown => {
  const value: unknown = Reflect.get(target, key, target);
  // The platform's methods know their own object only
  return typeof value === 'function' ? (value.bind(target) as unknown) : value;
};

/** Opens a shop's object on a storage that refuses what it is told to: ten gigabytes take too long to fill. */
export function withRefusing<T>({ name }: Shop, work: (refusing: Refusing) => Promise<T>): Promise<T> {
  const app = world.apps[name];
  if (app === undefined) throw new Error(`there is no shop ${name}`);
  // Another object than the shop's own, which would fire the same alarms
  return runInDurableObject(env.RECALLS.getByName(`${name}-full`), async (_object, { storage: real }) => {
    const told: Pick<Refusing, 'refused' | 'refusals'> = { refused: undefined, refusals: 0 };
    const exec = (query: string, ...values: readonly SqlStorageValue[]): unknown => {
      if (told.refused?.test(query) !== true) return real.sql.exec(query, ...values);
      told.refusals += 1;
      throw new Error('database or disk is full: SQLITE_FULL');
    };
    const sql = new Proxy(real.sql, { get: (to, key) => (key === 'exec' ? exec : methodOf(to, key)) });
    const storage = new Proxy(real, { get: (to, key) => (key === 'sql' ? sql : methodOf(to, key)) });
    const parts = openObject({
      name,
      options: { ...world.options(), apps: { [name]: app } },
      storage,
      send: (request, options) => world.send(request, options),
      warn: (message) => world.warnings.push(message),
    });
    return work(Object.assign(told, { parts, storage }));
  });
}

/** A recall of these targets, made and wanted. */
export async function madeIn({ parts }: Refusing, tokens: readonly string[], notifyId = 7): Promise<string> {
  const { recallId } = parts.store.draft({
    selector: { notifyId, pushType: 'notification' },
    choices: { batchSize: 1, canary: 0 },
    reading: { format: 'txt', dedupe: true },
    createdAt: Date.now(),
  });
  const body = bodyOf([bytesOf(tokens.join('\n'))]);
  await parts.store.lists.append(recallId, { offset: 0, isLast: true, body }, parts.limits);
  await parts.maker.make(recallId);
  return recallId;
}
