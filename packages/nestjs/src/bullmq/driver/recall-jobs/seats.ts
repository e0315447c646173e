import type { RecallSummary, RecordedSummary } from '@unpush/recall';
import type { Job } from 'bullmq';

/** How the job of a recall ends. */
export type JobEnd =
  | { readonly kind: 'ended'; readonly summary: RecallSummary | RecordedSummary }
  | { readonly kind: 'failed'; readonly message: string }
  /** Whoever drives next takes it. */
  | { readonly kind: 'handed-on' };

/** The job of a recall that is driven here. */
export interface Seat {
  readonly job: Job;
  /** How many requests are shown under it. */
  links: number;
  /** Whether its progress is on its way to Redis. */
  isTelling: boolean;
  /** Ends the job, where this process has taken it from the queue. */
  readonly end?: (end: JobEnd) => void;
}

/** Requests that are shown under one recall; each leaves some 250 bytes in Redis for as long as the recall is shown. */
const MOST_LINKS = 2000;

/** The jobs of recalls that are driven here, by recall. */
export class Seats {
  readonly #seats = new Map<string, Seat>();

  get(recallId: string): Seat | undefined {
    return this.#seats.get(recallId);
  }

  /** Those whose job was taken from the queue. */
  taken(): readonly string[] {
    return [...this.#seats].flatMap(([recallId, { end }]) => (end === undefined ? [] : [recallId]));
  }

  /** A job that somebody else has taken, as a dead process: it can be shown all the same. */
  find(recallId: string, job: Job): void {
    if (!this.#seats.has(recallId)) this.#seats.set(recallId, { job, links: 0, isTelling: false });
  }

  /** Resolves with how the job is to end. */
  take(recallId: string, job: Job): Promise<JobEnd> {
    return new Promise((resolve) => {
      const links = this.#seats.get(recallId)?.links ?? 0;
      this.#seats.set(recallId, { job, links, isTelling: false, end: resolve });
    });
  }

  end(recallId: string, end: JobEnd): void {
    this.#seats.get(recallId)?.end?.(end);
    this.#seats.delete(recallId);
  }

  endAll(end: JobEnd): void {
    for (const recallId of [...this.#seats.keys()]) this.end(recallId, end);
  }

  /** Whether one more request can be shown under the recall. */
  link(recallId: string): boolean {
    const seat = this.#seats.get(recallId);
    if (seat === undefined || seat.links >= MOST_LINKS) return false;
    seat.links += 1;
    return true;
  }
}
