import type { Failure, Vendor } from '@unpush/core';
import type { LastExchanges } from '../../app/exchange-log.ts';
import type { Backlog } from './backlog.ts';

/** What was found out of an app. */
export interface AppFacts {
  readonly name: string;
  readonly vendor: Vendor;
  readonly canSign: boolean;
  /** Absent where it was not to be found out. */
  readonly reach?: Reach;
  /** How the last exchanges of this process with the vendor have ended. */
  readonly last?: LastExchanges;
  readonly backlog: Backlog;
}

/** Whether the vendor answers anything at all. */
export type Reach =
  | { readonly answers: true }
  /** `since` is when it was first found so, in milliseconds since 1970. */
  | { readonly answers: false; readonly failure: Failure; readonly since: number };
