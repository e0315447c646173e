import type { Vendor } from '@unpush/core';
import type { FileFacts } from '@unpush/recall';
import type { Neighbours } from '../../../ledger/neighbours.ts';
import type { Selector } from '../../../vendors/words/recall-words.ts';
import type { RecallWords } from '../../../vendors/words/recall-words.ts';

/** What a recall is going to do, before anything is sent. */
export interface Plan {
  readonly vendor: Vendor;
  /** The profile, if one is used. */
  readonly app?: string;
  readonly selector: Selector;
  /** When the push was sent, in ISO 8601, where that was said. */
  readonly sentAt?: string;
  readonly endpoint: string;
  /** The host of the proxy that stands between. */
  readonly proxy?: string;
  /** The file of further certificate authorities that are trusted. */
  readonly ca?: string;
  /** The lists, and among them the targets of the command line. */
  readonly files: readonly FileFacts[];
  readonly targets: {
    readonly read: number;
    readonly malformed: number;
    readonly duplicate: number;
    readonly toSend: number;
  };
  /** The first target, masked, and its length: a wrong column shows here. */
  readonly example?: string;
  /** How many requests it takes if nothing has to be repeated or divided. */
  readonly requests: number;
  readonly batchSize: number;
  readonly canary: number;
  readonly concurrency: number;
  /** Targets per second. */
  readonly quota?: number;
  /** At the quota, if one is given: nobody knows the vendor's speed beforehand. */
  readonly estimatedMs?: number;
  readonly report?: string;
  readonly evidence?: string;
  /** Where the recall is written down. */
  readonly ledger: string;
  /** Other recalls of the app that stand in the way, or take a part of its quota. */
  readonly neighbours: Neighbours;
  /** What the vendor's door says of the notification. */
  readonly notes: readonly string[];
}

/** What `--dry-run --json` prints. */
export function planObject(
  { vendor, app, ...rest }: Plan,
  words: Pick<RecallWords, 'app'>,
): Readonly<Record<string, unknown>> {
  return { vendor, ...(app !== undefined && { app }), ...words.app.fields, ...rest };
}

/** How many requests a canary and then full batches make. */
export function countRequests(targets: number, sizes: { batchSize: number; canary: number }): number {
  const { batchSize, canary } = sizes;
  const first = Math.min(targets, canary);
  return Math.ceil(first / batchSize) + Math.ceil((targets - first) / batchSize);
}

/** Whether so little of the list is targets that it may be the wrong one, or the wrong column of it. */
export const isMostlyMalformed = ({ targets }: Pick<Plan, 'targets'>): boolean =>
  targets.malformed > targets.read / 2;
