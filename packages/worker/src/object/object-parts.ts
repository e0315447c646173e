import type { GatewayApp } from '../app/app.ts';
import type { Caller } from '../contract/caller.ts';
import type { ObjectStore } from '../store/object-store.ts';
import type { ListLimits } from '../store/uploads.ts';
import type { Drive } from './drive/drive.ts';
import type { Maker } from './start/maker.ts';

/** What an object that was opened works with. */
export interface ObjectParts {
  readonly app: GatewayApp;
  readonly store: ObjectStore;
  readonly drive: Drive;
  readonly maker: Maker;
  readonly limits: ListLimits;
}

/** The parts, for one request. */
export interface Asked extends ObjectParts {
  readonly caller: Caller;
}
