import { world } from '../../support/world.ts';
import type { Shop } from './shop.ts';

/** Lays the secret of a shop into a store, from where it is read. */
export function inStore(shop: Shop): { secret: string } {
  const app = world.apps[shop.name];
  if (app?.vendor !== 'huawei' || typeof app.serviceAccount !== 'string') throw new Error('no such shop');
  const store = { secret: app.serviceAccount };
  world.apps[shop.name] = { ...app, serviceAccount: { get: () => Promise.resolve(store.secret) } };
  return store;
}
