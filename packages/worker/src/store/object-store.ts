import type { Admission, RecallStore, StoredRecall } from '@unpush/recall';
import type { OfNotification } from '@unpush/recall/store-kit';
import type { AuditEntry } from '../contract/recall-answer.ts';
import type { Choices } from '../contract/choices.ts';
import type { Selector } from '../app/app.ts';
import type { PageFilter } from './recalls/list-recalls.ts';
import type { Ownership } from './recalls/owners.ts';
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
  /** Why no recall was made of its complete list, until somebody has it tried again. */
  readonly error?: KeptError;
}

/** An error of the program or its surroundings, without secrets. */
export interface KeptError {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly message: string;
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
export interface ObjectStore extends Omit<RecallStore, 'admit'> {
  readonly lists: TargetLists;
  /** The newest first, page by page. */
  list(filter?: PageFilter): Promise<readonly StoredRecall[]>;
  /**
   * The ids of what is to run and has not come to its end, or whose unknown targets are to be tried again by the
   * setting `retryUnknown`; the oldest first. To be taken up by the object.
   */
  wantedToRun(): readonly string[];
  /** Wants a recall no more, and keeps as its setting `error` why: also of one that cannot be read. */
  giveUp(recallId: string, error: KeptError): void;
  /** The id of the newest unfinished recall of the same notification, which `create` would refuse another one for. */
  unfinished(facts: OfNotification): string | undefined;
  /** Makes a recall in state `uploading`. */
  draft(draft: Omit<Draft, 'recallId' | 'complete' | 'error'>, idempotency?: Idempotency): Draft;
  findDraft(recallId: string): Draft | undefined;
  /** The newest first. */
  drafts(): readonly Draft[];
  /** What stands under an idempotency key; kept for as long as its recall. */
  findRequest(key: string): KnownRequest | undefined;
  /**
   * Settles a draft's complete list. Its `create` makes a recall of the draft, under the same id; until then it stays
   * a draft, also where the admission is discarded. Rejects with `not-found`, and with `under-way` while another
   * admission of it is open.
   */
  admitDraft(recallId: string): Promise<Admission>;
  /** Writes down anew how a draft's recall is made, and why none was made. */
  keepDraft(draft: Pick<Draft, 'recallId' | 'choices' | 'error'>): void;
  /** Removes a draft, with what came in of its list. */
  dropDraft(recallId: string): void;
  /** Writes down who has asked what, of a draft or a recall. */
  note(recallId: string, entry: AuditEntry): void;
  /** The oldest first. */
  audit(recallId: string): readonly AuditEntry[];
}

/** A list that somebody has taken for themselves. */
export interface TakenList {
  readonly ownership: Ownership;
  /** What becomes of it where no recall is made. */
  readonly discard: () => void;
}

/** Admits lists of any origin; those of drafts by {@link ObjectStore.admitDraft}. */
export interface AdmittingStore extends ObjectStore {
  /** Settles a complete list, and lets go of it where that fails. */
  admitList(recallId: string, taken: TakenList): Promise<Admission>;
}
