import { createProgressView } from '../../session/progress/progress.ts';
import { createReadings } from '../../session/progress/read-recall.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { RecallAnswer } from '../client/api.ts';
import type { Gateway } from '../client/open-gateway.ts';
import { summaryOf } from '../words/recall-of-answer.ts';
import { watchRecall } from './events.ts';

/** Who watches. */
export interface Follower {
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
}

/** Shows how a recall goes until it has ended; gives what it has come to. Throws what `watchRecall` throws. */
export async function followRecall(
  gateway: Gateway,
  first: RecallAnswer,
  { terminal, signal }: Follower,
): Promise<RecallAnswer> {
  const view = createProgressView(terminal);
  const shown = { latest: first, is: false };
  const { targets, requests, elapsedMs } = summaryOf(first);
  const show = (): void => {
    if (shown.is) return;
    shown.is = true;
    const recall = {
      snapshot: () => summaryOf(shown.latest),
      remainingMs: () => shown.latest.remainingMs,
    };
    view.follow(createReadings(recall, { targets, requests, elapsedMs }));
  };
  try {
    const perseverance = { signal, say: (words: string) => view.say(words) };
    for await (const answer of watchRecall(gateway, { recallId: first.recallId, perseverance })) {
      shown.latest = answer;
      // While the list is on its way there is nothing to count
      if (answer.state !== 'uploading') show();
    }
    return shown.latest;
  } finally {
    if (shown.is) view.end();
  }
}
