import type { HuaweiPushType, MpaasSelector } from '@unpush/core';
import type { TargetFile, TargetFormat } from '@unpush/recall';

/** A recall that is to be started. */
export type RecallRequest = RecallChoices & RecallTargets;

/** Which notification, and how it is taken back. */
export interface RecallChoices {
  /** Our own name of the app. Default: the only one, or `default`. */
  readonly app?: string;
  readonly selector: HuaweiRecallSelector | MpaasSelector;
  /** Why, for whoever reads the list of recalls. No secrets: it is kept. */
  readonly reason?: string;
  /** Who starts it, such as the id of a user. It is kept. */
  readonly startedBy?: string;
  /** The most targets in a request, from 1; never more than the vendor takes, which is the default. */
  readonly batchSize?: number;
  /** How many targets are tried alone, before the rest. Default 10; 0 tries none. */
  readonly canary?: number;
  /** Without progress for so long, in milliseconds, it pauses. Default 30 minutes. */
  readonly giveUpAfterMs?: number;
  /** Go on though batch after batch is wholly refused. Default false. */
  readonly keepGoing?: boolean;
  /** Whether a target that was met before is dropped and counted. Default true. */
  readonly dedupe?: boolean;
  /** Start though an unfinished recall takes back the same notification. Default false. */
  readonly again?: boolean;
  /** Ends the reading of the targets. The recall itself is ended by `stop`. */
  readonly signal?: AbortSignal;
}

/** Which notification of Huawei's. */
export interface HuaweiRecallSelector {
  /** The notifyId the message was sent with: an integer from 0 to 2147483647. */
  readonly notifyId: number;
  /** Default `notification`. */
  readonly pushType?: HuaweiPushType | 0 | 2;
}

/** Whom the notification went to: in one of these ways. */
export type RecallTargets = FromIterable | FromFiles | FromStream | FromPages | FromSelector;

/** An array, a set, a generator, a database cursor. */
export interface FromIterable extends Partial<Record<'files' | 'stream' | 'pages', never>> {
  readonly targets: Iterable<string> | AsyncIterable<string>;
}

/** Files on this machine: `.txt`, `.csv`, `.ndjson`, `.json`, each also `.gz`. They stay until the recall is finished. */
export interface FromFiles extends Partial<Record<'targets' | 'stream' | 'pages', never>> {
  readonly files: readonly (string | TargetFile)[];
}

/** Bytes that come in, such as an upload; gzip is found by itself. */
export interface FromStream extends TargetFormat, Partial<Record<'targets' | 'files' | 'pages', never>> {
  readonly stream: AsyncIterable<Uint8Array>;
}

/** Pages of a provider that is decorated with `@TargetPages(name)`. */
export interface FromPages extends Partial<Record<'targets' | 'files' | 'stream', never>> {
  /** Its name. */
  readonly pages: string;
  /** What it is asked with: JSON, kept with the recall. No secrets. */
  readonly parameters?: unknown;
}

/** mPaaS by `taskId`: the task stands for all of its targets. */
export type FromSelector = Partial<Record<'targets' | 'files' | 'stream' | 'pages', never>>;
