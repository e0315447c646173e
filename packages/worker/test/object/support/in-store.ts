import { world } from '../../support/world.ts';
import type { Shop } from './shop.ts';

/** A secret in a store. */
export interface SecretInStore {
  secret: string;
  /** Whoever reads it waits for this. */
  held: Promise<unknown>;
}

/** Lays the secret of a shop into a store, from where it is read. */
export function inStore(shop: Shop): SecretInStore {
  const app = world.apps[shop.name];
  if (app?.vendor !== 'huawei' || typeof app.serviceAccount !== 'string') throw new Error('no such shop');
  const store: SecretInStore = { secret: app.serviceAccount, held: Promise.resolve() };
  world.apps[shop.name] = { ...app, serviceAccount: { get: () => store.held.then(() => store.secret) } };
  return store;
}
