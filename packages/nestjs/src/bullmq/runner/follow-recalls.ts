import type { RecallSummary } from '@unpush/recall';
import { QueueEvents } from 'bullmq';
import { readProgress, type RecallProgress } from '../driver/recall-jobs/recall-job.ts';
import { closeSoon } from '../queues/close-soon.ts';
import type { QueuePlace } from '../queues/connection.ts';
import { recallsQueue } from '../queues/queue-names.ts';

/** Hears how the recalls of an app stand, whichever process drives them. */
export interface RecallFollower {
  /** The last that was heard of a recall that is under way. */
  last(recallId: string): RecallProgress | undefined;
  close(): Promise<void>;
}

/** What is followed. */
export interface FollowerParts {
  readonly app: string;
  readonly place: QueuePlace;
  readonly onChange: (summary: RecallSummary) => void;
  readonly onError: (error: Error) => void;
}

/** What is older was told by a driver that is gone, or Redis is: the store knows better. */
const FRESH_MS = 5000;

export function followRecalls({ app, place, onChange, onError }: FollowerParts): RecallFollower {
  const events = new QueueEvents(recallsQueue(app), place);
  const heard = new Map<string, { readonly progress: RecallProgress; readonly at: number }>();
  events.on('error', onError);
  events.on('progress', ({ jobId, data }) => {
    const progress = readProgress(data);
    if (progress === undefined) return;
    if (progress.summary.state === 'running') heard.set(jobId, { progress, at: performance.now() });
    else heard.delete(jobId);
    onChange(progress.summary);
  });
  return {
    last(recallId) {
      const { progress, at = -Infinity } = heard.get(recallId) ?? {};
      if (performance.now() - at < FRESH_MS) return progress;
      heard.delete(recallId);
      return undefined;
    },
    close: () => closeSoon(events),
  };
}
