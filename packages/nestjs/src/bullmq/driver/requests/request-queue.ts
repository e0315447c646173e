import type { JobsOptions, Queue } from 'bullmq';
import { setTimeout as sleep } from 'node:timers/promises';
import { BATCH_JOB, type BatchJob } from '../../batch/batch-job.ts';
import { readAnswer, type AnswerWire } from '../../batch/wire/answer-wire.ts';
import { abortable } from '../../queues/abortable.ts';
import type { RedisWatch } from '../../queues/redis-watch.ts';
import type { JobEnding, JobEndings } from './endings.ts';
import { RedisRefusesError } from './redis-refuses-error.ts';

/** Hands requests to whichever process takes them, and tells what came of them. */
export interface RequestQueue {
  /** Rejects only where Redis takes no job though it is there. */
  send(request: BatchJob, options: SendOptions): Promise<RequestEnd>;
}

/** How a request is handed on. */
export interface SendOptions {
  /** Ends the waiting for it, and takes it back where nobody has it yet. */
  readonly signal?: AbortSignal;
  /** The job of its recall, under which a dashboard shows it. */
  readonly parent?: { readonly id: string; readonly queue: string };
}

/** What came of a request. */
export type RequestEnd =
  /** It is `doubtful` where Redis was lost meanwhile: it may have been made twice. */
  | { readonly kind: 'answered'; readonly answer: AnswerWire; readonly doubtful: boolean }
  /** Nobody knows what came of it. */
  | { readonly kind: 'lost'; readonly why: string }
  /** It was given up; `unsent` where it was certainly not made. */
  | { readonly kind: 'aborted'; readonly unsent: boolean };

/** What a queue of requests stands on. */
export interface RequestQueueParts {
  readonly queue: Queue;
  readonly endings: JobEndings;
  readonly watch: RedisWatch;
  /** How many of the requests that ended stay in Redis, to be asked for and looked at. */
  readonly kept: number;
  /** Names the jobs of this driver, so that none has the name of one before. */
  readonly driver: string;
  /** How long a request may take, from when it is in the queue, in milliseconds. */
  readonly giveUpAfterMs: number;
  /** How long Redis may refuse jobs though it is there, in milliseconds. */
  readonly patienceMs: number;
}

/** BullMQ's code for a parent that is not there. */
const NO_PARENT = -5;
const AGAIN_MS = 500;
/** How long is waited for word that a job was taken back. */
const WITHDRAWN_MS = 500;

export function openRequestQueue(parts: RequestQueueParts): RequestQueue {
  const { queue, endings, watch, driver } = parts;
  let count = 0;

  async function add(jobId: string, request: BatchJob, { parent, signal }: Adding): Promise<void> {
    const options: JobsOptions = {
      jobId,
      attempts: 1,
      removeOnComplete: { count: parts.kept },
      removeOnFail: { count: parts.kept },
      removeDependencyOnFailure: true,
    };
    const latest = performance.now() + parts.patienceMs;
    let under = parent;
    for (;;) {
      try {
        // The same name again is the same job: it is not made twice
        await queue.add(BATCH_JOB, request, under === undefined ? options : { ...options, parent: under });
        endings.added(jobId);
        return;
      } catch (error) {
        if (under !== undefined && codeOf(error) === NO_PARENT) under = undefined;
        else if (watch.isUp && performance.now() > latest) throw new RedisRefusesError(error);
        else await sleep(AGAIN_MS, undefined, { signal });
        await watch.whenUp(signal);
      }
    }
  }

  /** True where nobody had taken it up. */
  async function withdraw(jobId: string, ending: Promise<JobEnding>): Promise<boolean> {
    // Behind an addition that is still under way, on the same connection
    const removed = queue.remove(jobId).catch(() => undefined);
    const late = new AbortController();
    const word = removed.then(() => ending);
    try {
      const end = await Promise.race([word, sleep(WITHDRAWN_MS, undefined, { signal: late.signal })]);
      return end?.kind === 'removed' && end.wasWaiting;
    } finally {
      late.abort();
    }
  }

  async function follow(jobId: string, request: BatchJob, adding: Adding): Promise<RequestEnd> {
    const { breaks } = watch;
    const ending = endings.expect(jobId);
    const overdue = new AbortController();
    const added = add(jobId, request, adding);
    try {
      await abortable(added, adding.signal);
      const tooLate = sleep(parts.giveUpAfterMs, undefined, { signal: overdue.signal });
      tooLate.catch(() => undefined);
      const end = await abortable(Promise.race([ending, tooLate]), adding.signal);
      if (end !== undefined) return endOf(end, { doubtful: watch.breaks !== breaks });
      void withdraw(jobId, ending);
      return { kind: 'lost', why: `no process answered in ${parts.giveUpAfterMs} ms` };
    } catch (error) {
      if (!adding.signal.aborted) throw error;
      // What is still being added is not in the queue for certain, but may be in a moment
      added.catch(() => undefined);
      const wasWaiting = await withdraw(jobId, ending);
      return { kind: 'aborted', unsent: wasWaiting && watch.breaks === breaks };
    } finally {
      overdue.abort();
      endings.forget(jobId);
    }
  }

  return {
    send: (request, { signal = new AbortController().signal, parent }) => {
      count += 1;
      const jobId = `${request.recallId}-${request.batch}-${request.attempt}-${driver}-${count}`;
      return follow(jobId, request, { signal, parent });
    },
  };
}

interface Adding {
  readonly signal: AbortSignal;
  readonly parent: SendOptions['parent'];
}

function endOf(ending: JobEnding, { doubtful }: { readonly doubtful: boolean }): RequestEnd {
  switch (ending.kind) {
    case 'completed': {
      const answer = readAnswer(ending.value);
      if (answer !== undefined) return { kind: 'answered', answer, doubtful };
      return {
        kind: 'lost',
        why: 'its answer is none that this version knows: run one version everywhere',
      };
    }
    case 'failed':
      return { kind: 'lost', why: `the process that had it is gone or failed: ${ending.reason}` };
    case 'removed':
      return { kind: 'lost', why: 'somebody has removed its job' };
    case 'gone':
      return { kind: 'lost', why: 'Redis has lost its job' };
  }
}

/** Without asking for its class: under Jest an error can be of another realm. */
const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
