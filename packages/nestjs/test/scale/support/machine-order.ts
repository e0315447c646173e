import type { UnpushBullOptions } from '../../../src/bullmq/index.ts';
import type { HuaweiAppOptions } from '../../../src/index.ts';

/** What a machine in a process of its own is told. */
export interface MachineOrder {
  readonly app: HuaweiAppOptions;
  readonly ca: string;
  readonly postgres: string;
  /** How long it may be silent before another has its recalls. */
  readonly leaseMs: number;
  readonly bull: UnpushBullOptions;
}

/** What it tells. */
export type MachineNews =
  { readonly type: 'log'; readonly line: string } | { readonly type: 'memory'; readonly bytes: number };
