import {
  failureOf,
  mayPass,
  startRecall,
  type AuditNote,
  type OwnedRecall,
  type Pacer,
  type Recall,
  type RecallSummary,
} from '@unpush/recall';
import type { Revoker } from '@unpush/core';
import type { GatewayApp, Selector } from '../../app/app.ts';
import { keptError, keptIn, toSettings } from '../settings/kept-settings.ts';
import { without } from '../settings/without.ts';

/** A recall that is worked on. */
export interface Session {
  readonly owned: OwnedRecall;
  readonly recall: Recall;
  /** Resolves once the recall is let go of; never rejects. */
  readonly ended: Promise<SessionEnd>;
}

/** How a session has ended. */
export interface SessionEnd {
  /** What may pass, or kept its end from being written: the recall is still wanted. */
  readonly trouble?: string;
}

/** What a session is worked on with. */
export interface SessionMeans {
  readonly app: Pick<GatewayApp, 'concurrency'>;
  readonly revoker: Revoker<Selector>;
  /** The app's one pacer: it makes the recalls take turns. */
  readonly pacer: Pacer;
  /** Whether it tries again what ended as `unknown`; as its settings say, unless it is said here. */
  readonly retryUnknown?: boolean;
}

/** Begins to work on a recall. Throws where it cannot be begun, and leaves it open then. */
export function beginSession(owned: OwnedRecall, { app, revoker, pacer, ...means }: SessionMeans): Session {
  const { batchSize, canary, giveUpAfterMs, keepGoing, askedBy, ...kept } = keptIn(owned.settings);
  const { retryUnknown = kept.retryUnknown } = means;
  const recall = startRecall({
    recallId: owned.recallId,
    selector: owned.facts.selector,
    revoker,
    source: owned.source,
    ledger: owned,
    pacer,
    concurrency: app.concurrency,
    signal: owned.lost,
    ...(batchSize !== undefined && { batchSize }),
    ...(canary !== undefined && { canary }),
    ...(giveUpAfterMs !== undefined && { giveUpAfterMs }),
    ...(keepGoing !== undefined && { keepGoing }),
    ...(retryUnknown !== undefined && { retryUnknown }),
    ...(askedBy !== undefined && { askedBy }),
  });
  return { owned, recall, ended: finish(owned, recall) };
}

const NOBODY: Revoker<Selector> = {
  batchSize: 1,
  attempt: () => Promise.reject(new Error('a recall that is only stopped sends nothing')),
  renewCredential: () => Promise.resolve(),
};

/**
 * Writes into the evidence of a recall that nothing works on who has stopped it: a session that sends nothing. It
 * needs no credential, for want of one is a reason to wait.
 */
export function stopAtOnce(
  owned: OwnedRecall,
  askedBy: AuditNote,
  { app, pacer }: Omit<SessionMeans, 'revoker'>,
): Session {
  const session = beginSession(owned, { app, pacer, revoker: NOBODY, retryUnknown: false });
  session.recall.stop(askedBy);
  return session;
}

async function finish(owned: OwnedRecall, recall: Recall): Promise<SessionEnd> {
  const errors: unknown[] = [];
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    await work().catch((error: unknown) => errors.push(error));
  };
  await attempt(() => recall.done);
  const [failed] = errors.splice(0);
  // What passes by itself ends nothing. All that goes wrong from here on keeps the end from being written
  if (failed !== undefined && mayPass(failed)) errors.push(failed);
  else await attempt(() => endSession(owned, recall.snapshot(), failed));
  await attempt(() => owned.close());
  return errors.length === 0 ? {} : { trouble: failureOf(errors[0]) };
}

/**
 * Writes down what a session leaves behind. What ended early waits until somebody has seen why, and resumes it; else
 * each alarm would send to a vendor that has refused.
 */
async function endSession(owned: OwnedRecall, { state }: RecallSummary, failed: unknown): Promise<void> {
  if (state !== 'finished') await owned.want('stop');
  const rest = without(keptIn(owned.settings), ['retryUnknown', 'askedBy', 'error']);
  const said = failed === undefined ? {} : { error: keptError(failed) };
  await owned.saveSettings(toSettings({ ...rest, ...said }));
}
