import type { AppAnswer } from '../contract/apps.ts';
import type { DoorSettings } from './settings/door-settings.ts';
import { scopesOn, type Identity } from './caller/identity.ts';

/** The apps that a caller may use; of the others they learn nothing. */
export function appsOf(identity: Identity, { apps }: DoorSettings): { readonly apps: readonly AppAnswer[] } {
  const described = [...apps.values()].map((app) => ({
    ...app,
    selectorFields: [...app.selectorFields],
    scopes: [...scopesOn(identity, app.name)],
  }));
  return { apps: described.filter(({ scopes }) => scopes.length > 0) };
}
