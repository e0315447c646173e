import type { SharedRecallStore } from '@unpush/recall';
import type { UnpushApp, UnpushApps } from '../../app/app.ts';
import type { RecallNews } from '../../recalls/news/recall-news.ts';
import type { QueuePlace } from '../queues/connection.ts';
import type { Timings } from '../queues/timings.ts';

/** What an app is driven with. */
export interface DriverParts {
  readonly app: UnpushApp;
  readonly apps: UnpushApps;
  readonly store: SharedRecallStore;
  readonly place: QueuePlace;
  readonly timings: Timings;
  readonly observe: (news: RecallNews) => void;
  readonly log: (message: string) => void;
  readonly onError: (error: Error) => void;
}
