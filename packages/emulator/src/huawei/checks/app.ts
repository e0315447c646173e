import type { HuaweiApp } from '../apps.ts';
import type { Call } from '../call.ts';
import type { Credential } from '../jwt/verify-jwt.ts';
import { Refusal, authenticationError } from '../refusal.ts';
import type { HuaweiWorld } from '../world.ts';

/** The client id in the path names an app of the key's project that may push. */
export function checkApp(call: Call, credential: Credential, world: HuaweiWorld): HuaweiApp {
  const app = world.apps.get(call.id);
  if (app === undefined && world.apps.hasProject(call.id)) throw new Refusal('80300002');
  if (app?.projectId !== credential.key.projectId) {
    throw authenticationError('The JWT does not match the app of the client id in the path.');
  }
  if (!app.pushEnabled) throw new Refusal('80300002');
  return app;
}

/** The project id in the path is that of the key. */
export function checkProject(call: Call, credential: Credential): void {
  if (call.id !== credential.key.projectId) {
    throw authenticationError('The JWT does not match the project id in the path.');
  }
}
