import type { Admission, RecallStore } from '@unpush/recall';
import type { AuditEntry } from '../contract/recall-answer.ts';
import type { Choices } from '../contract/choices.ts';
import type { Selector } from '../app/app.ts';
import type { ListReading, TargetLists } from './uploads.ts';

/** A recall whose list is still coming in: nothing of it was sent. */
export interface Draft {
  readonly recallId: string;
  readonly selector: Selector;
  readonly choices: Choices;
  readonly reading: ListReading;
  /** Wall clock, in milliseconds. */
  readonly createdAt: number;
  /** Whether its list is complete, so that what remains is to begin it. */
  readonly complete: boolean;
}

/** The key of a request that may come again, and what it stands for. */
export interface Idempotency {
  readonly key: string;
  /** Tells a request from another one under the same key. */
  readonly fingerprint: string;
}

/** What is found under an idempotency key. */
export interface KnownRequest {
  readonly recallId: string;
  readonly fingerprint: string;
}

/** The storage of one app's object: its recalls, their targets, ledgers and evidence, and what is asked of them. */
export interface ObjectStore extends RecallStore {
  readonly lists: TargetLists;
  /** Makes a recall in state `uploading`. */
  draft(draft: Omit<Draft, 'recallId' | 'complete'>, idempotency?: Idempotency): Draft;
  findDraft(recallId: string): Draft | undefined;
  /** The newest first. */
  drafts(): readonly Draft[];
  /** What stands under an idempotency key; kept for as long as its recall. */
  findRequest(key: string): KnownRequest | undefined;
  /** Settles a draft's complete list. Its `create` makes a recall of the draft, under the same id. */
  admitDraft(recallId: string): Promise<Admission>;
  /** Removes a draft, with what came in of its list. */
  dropDraft(recallId: string): void;
  note(recallId: string, entry: AuditEntry): void;
  audit(recallId: string): readonly AuditEntry[];
}
