import type { Identity } from './caller/identity.ts';
import type { Standing } from './settings/settings-for.ts';

/** What passes between the door's steps. */
export interface DoorVariables {
  requestId: string;
  standing: Standing;
  identity: Identity;
}

/** As Hono wants it told. */
export interface DoorEnv<Env extends object> {
  Bindings: Env;
  Variables: DoorVariables;
}
