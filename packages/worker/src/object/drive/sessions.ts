import { CredentialError } from '@unpush/core';
import { failureOf, mayPass, type AuditNote, type Pacer, type RecallSummary } from '@unpush/recall';
import type { GatewayApp } from '../../app/app.ts';
import type { KeptError, ObjectStore } from '../../store/object-store.ts';
import { keptError } from '../settings/kept-settings.ts';
import { refuseAnother } from './refuse-another.ts';
import { beginSession, stopAtOnce, type Session } from './session.ts';
import { timeout } from './timeout.ts';
import { createTroubles } from './troubles.ts';

/** The recalls of an object that are worked on, and those that wait for it. */
export interface Sessions {
  /** Begins to work on what is wanted, as far as there is room. */
  readonly takeUp: () => void;
  /** What is under way; each of them ends, and none rejects. */
  readonly busy: () => readonly Promise<unknown>[];
  /** When something that is wanted, and not worked on, is to be tried next. Wall clock, in milliseconds. */
  readonly next: () => number | undefined;
  live(recallId: string): LiveRecall | undefined;
  /** Why a recall that is wanted waits, and since when. */
  trouble(recallId: string): KeptError | undefined;
  /** Ends a session early, and waits for that a little; where there is none, notes in the evidence who asked for it. */
  stop(recallId: string, askedBy: AuditNote): Promise<void>;
  /** Somebody has asked to go on: what went wrong before is no reason to wait. */
  forgive(recallId: string): void;
}

/** How a recall stands that is worked on. */
export interface LiveRecall {
  readonly summary: RecallSummary;
  readonly remainingMs: number | undefined;
}

export interface SessionsParts {
  readonly app: GatewayApp;
  readonly store: ObjectStore;
  readonly pacer: Pacer;
  /** Makes a recall of a draft whose list is complete. */
  readonly make: (recallId: string) => Promise<void>;
  /** Told what an operator should know, in a sentence without secrets. */
  readonly warn: (message: string) => void;
}

/** A session takes two to three MiB of the 128 MB that an object has: the others wait until one has ended. */
const MOST_AT_ONCE = 8;
/** The grace of the engine, and what is to be written down after it. */
const STOPPED_MS = 5000;

export function createSessions({ app, store, pacer, make, warn }: SessionsParts): Sessions {
  const sessions = new Map<string, Session>();
  const taking = new Map<string, Promise<void>>();
  const troubles = createTroubles();

  const trouble = (recallId: string, message: string): void => {
    troubles.note(recallId, message);
    warn(`Recall ${recallId} cannot be worked on for now: ${message}`);
  };

  /** Everything that is to be done: to make recalls of complete drafts, and to work on what is wanted. */
  const wanted = (): readonly string[] => [
    ...store
      .drafts()
      .filter(({ complete, error }) => complete && error === undefined)
      .map(({ recallId }) => recallId),
    ...store.wantedToRun(),
  ];

  const isBusy = (recallId: string): boolean => sessions.has(recallId) || taking.has(recallId);

  async function begin(recallId: string): Promise<void> {
    if (store.findDraft(recallId) !== undefined && !(await makeOf(recallId))) return;
    const owned = await store.open(recallId);
    try {
      // It may have been stopped since it was listed
      if ((await owned.wanted()) === 'stop') {
        await owned.close();
        return;
      }
      refuseAnother(owned, app);
      keep(recallId, beginSession(owned, { app, revoker: await app.connect(), pacer }));
    } catch (error) {
      await owned.close();
      throw error;
    }
  }

  function keep(recallId: string, session: Session): void {
    sessions.set(recallId, session);
    void session.ended.then((end) => {
      sessions.delete(recallId);
      if (end.trouble === undefined) troubles.clear(recallId);
      else trouble(recallId, end.trouble);
    });
  }

  /** Of a recall that waits. Nothing leaves for it any more, whether that can be noted or not. */
  async function stopWaiting(recallId: string, askedBy: AuditNote): Promise<void> {
    try {
      const owned = await store.open(recallId);
      keep(recallId, stopAtOnce(owned, askedBy, { app, pacer }));
    } catch (error) {
      warn(`Who has stopped recall ${recallId} is not in its evidence: ${failureOf(error)}`);
    }
  }

  /** Whether a recall was made of a draft; one that waits for somebody, or was dropped, is nobody's trouble. */
  async function makeOf(recallId: string): Promise<boolean> {
    try {
      await make(recallId);
      return true;
    } catch (error) {
      const draft = store.findDraft(recallId);
      if (draft !== undefined && draft.error === undefined) throw error;
      warn(`Nothing comes of upload ${recallId}: ${failureOf(error)}`);
      return false;
    }
  }

  /** What cannot pass by itself is nothing to be tried again and again: it waits for somebody who resumes it. */
  function putDown(recallId: string, error: unknown): void {
    let message = failureOf(error);
    // A secret can be there, or another one, a moment later
    const isToPass = mayPass(error) || CredentialError.isInstance(error);
    if (!isToPass && store.findDraft(recallId) === undefined) {
      try {
        store.giveUp(recallId, keptError(error));
        warn(`Recall ${recallId} cannot go on: ${message}`);
        return;
      } catch (unwritten) {
        message = failureOf(unwritten);
      }
    }
    trouble(recallId, message);
  }

  function take(recallId: string, work: Promise<void>): void {
    taking.set(
      recallId,
      work.finally(() => taking.delete(recallId)),
    );
  }

  function takeOn(recallId: string): void {
    const work = begin(recallId).catch((error: unknown) => {
      putDown(recallId, error);
    });
    take(recallId, work);
  }

  return {
    takeUp() {
      for (const recallId of wanted()) {
        if (sessions.size + taking.size >= MOST_AT_ONCE) return;
        if (!isBusy(recallId) && !troubles.has(recallId)) takeOn(recallId);
      }
    },
    busy: () => [...taking.values(), ...[...sessions.values()].map(({ ended }) => ended)],
    next: () => troubles.next(wanted().filter((recallId) => !isBusy(recallId))),
    live(recallId) {
      const recall = sessions.get(recallId)?.recall;
      return recall && { summary: recall.snapshot(), remainingMs: recall.remainingMs() };
    },
    trouble: (recallId) => troubles.of(recallId),
    async stop(recallId, askedBy) {
      await taking.get(recallId);
      if (!sessions.has(recallId)) {
        take(recallId, stopWaiting(recallId, askedBy));
        await taking.get(recallId);
      }
      const session = sessions.get(recallId);
      if (session === undefined) return;
      session.recall.stop(askedBy);
      const late = timeout(STOPPED_MS);
      await Promise.race([session.ended, late.passed]);
      late.clear();
    },
    forgive: (recallId) => {
      troubles.clear(recallId);
    },
  };
}
