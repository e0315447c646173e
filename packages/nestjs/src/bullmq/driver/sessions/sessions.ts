import { failureOf, LedgerError, type RecallSummary, type SharedRecallStore } from '@unpush/recall';
import type { UnpushApps } from '../../../app/app.ts';
import { appOfRecall } from '../../../recalls/app-of-recall.ts';
import { beginSession, type Session, type SessionMeans } from './session.ts';

/** The recalls of an app that this process drives. */
export interface Sessions {
  /** Those that are under way. */
  readonly all: Iterable<Session>;
  has(recallId: string): boolean;
  /** Takes a recall up, unless that is done already or has just failed. It may need another try: it never rejects. */
  begin(recallId: string): Promise<void>;
  /** Ends a recall between two batches. */
  stop(recallId: string): void;
  /** Ends all of them between two batches; nothing is begun any more. */
  close(): Promise<void>;
}

/** What they are driven with. */
export interface SessionsParts extends SessionMeans {
  readonly apps: UnpushApps;
  readonly store: SharedRecallStore;
  /** Told when a session has ended. */
  readonly onEnd: (ended: EndedSession) => void;
}

/** A session that has ended; the recall may still be wanted. */
export interface EndedSession {
  readonly recallId: string;
  readonly summary: RecallSummary;
  readonly failure?: string;
  readonly passing: boolean;
}

/** When a recall that could not be begun is tried again. */
interface Trouble {
  readonly times: number;
  readonly until: number;
  readonly message: string;
}

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;

export function openSessions(parts: SessionsParts): Sessions {
  const { apps, store, app, observe, onEnd } = parts;
  const sessions = new Map<string, Session>();
  const beginnings = new Map<string, Promise<void>>();
  const troubles = new Map<string, Trouble>();
  let isClosing = false;

  function fail(recallId: string, message: string): void {
    const before = troubles.get(recallId);
    const times = (before?.times ?? 0) + 1;
    const wait = Math.min(FIRST_WAIT_MS * 2 ** (times - 1), LONGEST_WAIT_MS);
    troubles.set(recallId, { times, until: performance.now() + wait, message });
    // Once is enough for a log, however long it lasts
    if (before?.message !== message) observe({ recallId, app: app.name, event: { type: 'failed', message } });
  }

  async function take(recallId: string): Promise<void> {
    try {
      const owned = await store.open(recallId);
      try {
        appOfRecall(apps, owned);
        if (isClosing) throw new LedgerError('the process is shutting down', { problem: 'under-way' });
        drive(recallId, beginSession(owned, parts));
      } catch (error) {
        await owned.close();
        throw error;
      }
    } catch (error) {
      // Its last owner is gone and has not been missed yet, or somebody reads it
      if (LedgerError.isInstance(error) && error.problem === 'under-way') return;
      fail(recallId, failureOf(error));
    }
  }

  function drive(recallId: string, session: Session): void {
    sessions.set(recallId, session);
    void session.ended.then(({ summary, failure, passing }) => {
      sessions.delete(recallId);
      if (failure === undefined) troubles.delete(recallId);
      else fail(recallId, failure);
      // Another process goes on with what was only handed over
      const goesOn = passing || (isClosing && summary.state !== 'finished');
      onEnd({ recallId, summary, passing: goesOn, ...(failure !== undefined && { failure }) });
    });
  }

  return {
    get all() {
      return sessions.values();
    },
    has: (recallId) => sessions.has(recallId) || beginnings.has(recallId),
    begin(recallId) {
      if (isClosing || sessions.has(recallId)) return Promise.resolve();
      if ((troubles.get(recallId)?.until ?? 0) > performance.now()) return Promise.resolve();
      const beginning = beginnings.get(recallId) ?? take(recallId).finally(() => beginnings.delete(recallId));
      beginnings.set(recallId, beginning);
      return beginning;
    },
    stop: (recallId) => sessions.get(recallId)?.recall.stop(),
    async close() {
      isClosing = true;
      await Promise.all(beginnings.values());
      const open = [...sessions.values()];
      for (const { recall } of open) recall.stop();
      await Promise.all(open.map(({ ended }) => ended));
    },
  };
}
