import type { RecallSummary } from '@unpush/recall';
import type { RecallNews } from './recall-news.ts';

/** A line for the log. */
export interface NewsLine {
  readonly level: 'log' | 'warn' | 'error';
  readonly text: string;
}

/** What an operator should read of it, if anything. */
export function describeNews({ recallId, app, event }: RecallNews): NewsLine | undefined {
  const line = (level: NewsLine['level'], text: string): NewsLine => ({
    level,
    text: `Recall ${recallId} (${app}) ${text}`,
  });
  switch (event.type) {
    case 'began':
      return line('log', `begins: ${JSON.stringify(event.facts.selector)} at ${event.facts.endpoint}`);
    case 'canary-passed':
      return line('log', `goes on: the first ${event.accepted} targets were accepted`);
    case 'renewed':
      return line('warn', 'has a new credential: the vendor refused the one before');
    case 'unreachable':
      return line(
        'warn',
        `waits: the vendor cannot be reached, for ${event.giveUpAfterMs / 1000} s at the most`,
      );
    case 'shrunk':
      return line('warn', `goes on with ${event.batchSize} targets a request: the vendor takes no more`);
    case 'stopping':
    case 'listing-rest':
      return undefined;
    case 'failed':
      return line('error', `failed: ${event.message}`);
    case 'ended':
      return line(event.summary.state === 'finished' ? 'log' : 'warn', describeEnd(event.summary));
  }
}

function describeEnd({ state, stoppedBy, targets, evidenceHead }: RecallSummary): string {
  const { accepted, rejected, unknown, notAttempted } = targets;
  const counts = `${accepted} accepted, ${rejected} rejected, ${unknown} unknown, ${notAttempted} not attempted`;
  const why =
    stoppedBy === undefined
      ? ''
      : ` (${[stoppedBy.cause, stoppedBy.code, stoppedBy.message].filter((word) => word !== undefined).join(', ')})`;
  const head = evidenceHead === undefined ? '' : `; head of the evidence ${evidenceHead}`;
  return `is ${state}${why}: ${counts}${head}`;
}
