import { RECALL_EVENTS, type RecallEventName, type RecallEventPayloads } from './recall-events.ts';
import type { RecallNews } from './recall-news.ts';

/** An event, and what comes with it. */
export type NamedEvent = {
  readonly [N in RecallEventName]: { readonly name: N; readonly payload: RecallEventPayloads[N] };
}[RecallEventName];

/** The event that tells the news, where there is one. */
export function eventOfNews({ recallId, app, event }: RecallNews): NamedEvent | undefined {
  const of = { recallId, app };
  switch (event.type) {
    case 'began': {
      const { vendor, selector } = event.facts;
      return { name: RECALL_EVENTS.started, payload: { ...of, vendor, selector } };
    }
    case 'canary-passed':
      return { name: RECALL_EVENTS.canaryPassed, payload: { ...of, accepted: event.accepted } };
    case 'unreachable':
      return { name: RECALL_EVENTS.unreachable, payload: { ...of, giveUpAfterMs: event.giveUpAfterMs } };
    case 'stopping':
      return { name: RECALL_EVENTS.stopping, payload: { ...of, stoppedBy: event.stoppedBy } };
    case 'failed':
      return { name: RECALL_EVENTS.failed, payload: { ...of, message: event.message } };
    case 'ended': {
      const { summary } = event;
      // A session that has ended does not run
      const name = summary.state === 'running' ? 'stopped' : summary.state;
      return { name: RECALL_EVENTS[name], payload: { ...of, summary } };
    }
    case 'renewed':
    case 'shrunk':
    case 'listing-rest':
      return undefined;
  }
}
