import type { MalformedReason } from './target-source.ts';

/** Stands in the place of a target where an object has no field of it. */
export class NoTarget {
  readonly record: object;
  readonly reason: MalformedReason;

  constructor(record: object, field: string | undefined) {
    this.record = record;
    this.reason = field === undefined ? 'no field of a target' : `no field "${field}"`;
  }
}
