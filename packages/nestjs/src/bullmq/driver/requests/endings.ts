import type { Queue, QueueEvents } from 'bullmq';

/** How a job ended. */
export type JobEnding =
  | { readonly kind: 'completed'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'removed'; readonly wasWaiting: boolean }
  /** Nobody knows: Redis has lost it. */
  | { readonly kind: 'gone' };

/** Tells how jobs end, though events can get lost. */
export interface JobEndings {
  /** To be called before the job is added. */
  expect(jobId: string): Promise<JobEnding>;
  /** It was added: from now on it is to be found. */
  added(jobId: string): void;
  /** Nobody waits for it any more. */
  forget(jobId: string): void;
  close(): void;
}

/** What endings are told from. */
export interface EndingsParts {
  readonly queue: Queue;
  readonly events: QueueEvents;
  /** After so long without a word of a job, its state is asked for, in milliseconds. */
  readonly silenceMs: number;
}

interface Expected {
  readonly resolve: (ending: JobEnding) => void;
  /** When it was last heard of; `Infinity` until it is added. */
  heardAt: number;
  /** Whether it was not to be found when it was asked for. */
  isMissing: boolean;
}

/**
 * Listens to the stream of events, and asks for the state of what was not heard of for a while: a stream is cut off
 * at its end, and a Redis that has crashed may have lost the last of it.
 */
export function listenToEndings({ queue, events, silenceMs }: EndingsParts): JobEndings {
  const expected = new Map<string, Expected>();

  const end = (jobId: string, ending: JobEnding): void => {
    expected.get(jobId)?.resolve(ending);
    expected.delete(jobId);
  };
  events.on('completed', ({ jobId, returnvalue }) => {
    // The cast: BullMQ calls it a string, and has parsed it
    end(jobId, { kind: 'completed', value: returnvalue as unknown });
  });
  events.on('failed', ({ jobId, failedReason }) => {
    end(jobId, { kind: 'failed', reason: failedReason });
  });
  events.on('removed', ({ jobId, prev }) => {
    end(jobId, { kind: 'removed', wasWaiting: prev === 'wait' || prev === 'waiting' });
  });
  const heard = (jobId: string): void => {
    const job = expected.get(jobId);
    if (job !== undefined) job.heardAt = performance.now();
  };
  events.on('active', ({ jobId }) => heard(jobId));

  async function ask(jobId: string, job: Expected): Promise<void> {
    // The state first: a job that ends in between has its value by then
    const state = await queue.getJobState(jobId);
    const found = await queue.getJob(jobId);
    if (state === 'completed') {
      // The cast: BullMQ does not know what its jobs give back
      end(jobId, { kind: 'completed', value: found?.returnvalue as unknown });
    } else if (state === 'failed') {
      end(jobId, { kind: 'failed', reason: found?.failedReason ?? 'the job failed' });
    } else if (state !== 'unknown') {
      job.heardAt = performance.now();
      job.isMissing = false;
    } else if (job.isMissing) {
      end(jobId, { kind: 'gone' });
    } else {
      // It may have ended just now, and the event be on its way
      job.isMissing = true;
    }
  }

  let isAsking = false;
  async function askAll(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    try {
      const since = performance.now() - silenceMs;
      for (const [jobId, job] of expected) if (job.heardAt < since) await ask(jobId, job);
    } finally {
      isAsking = false;
    }
  }
  const timer = setInterval(
    () => {
      // Redis is away: it is asked again
      askAll().catch(() => undefined);
    },
    Math.max(silenceMs / 2, 50),
  );

  return {
    expect: (jobId) =>
      new Promise((resolve) => {
        expected.set(jobId, { resolve, heardAt: Infinity, isMissing: false });
      }),
    added: heard,
    forget: (jobId) => void expected.delete(jobId),
    close: () => clearInterval(timer),
  };
}
