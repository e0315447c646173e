import { batchOf, maskSecrets, type Batch, type Verdict } from '@unpush/core';
import { InputError, LedgerError, type SharedRecallStore } from '@unpush/recall';
import type { UnpushApp } from '../../app/app.ts';
import { readBatchJob, type BatchJob } from './batch-job.ts';
import { followCredentials } from './follow-credentials.ts';
import { lostRequest, unsentRequest } from './lost-verdicts.ts';
import type { AnswerWire } from './wire/answer-wire.ts';
import { errorToWire } from './wire/error-wire.ts';
import { toWire } from './wire/verdict-wire.ts';

/** What requests are sent with. */
export interface SendingMeans {
  readonly app: UnpushApp;
  readonly store: Pick<SharedRecallStore, 'targetsAt'>;
  /** Gives up the requests under way. */
  readonly signal: AbortSignal;
}

/**
 * Makes the one exchange that a batch job stands for: reads its targets from the store by their places, sends them,
 * and tells what came back. It rejects only for an error that nobody expected, once the request may have left.
 */
export function createBatchSender({
  app,
  store,
  signal,
}: SendingMeans): (data: unknown) => Promise<AnswerWire> {
  const credentials = followCredentials(app.revoker);

  const prepare = async (data: unknown): Promise<{ readonly job: BatchJob; readonly batch: Batch }> => {
    const job = readBatchJob(data);
    refuseOfOthers(job, app);
    const targets = await store.targetsAt(job.recallId, job.spans);
    if (targets.length !== job.count) {
      throw new InputError(
        `batch ${job.batch} of recall ${job.recallId} holds ${job.count} targets, but ${targets.length} were found ` +
          'at its places: the list is not the one that the recall was begun with',
      );
    }
    await credentials.follow(job.fleet);
    return { job, batch: batchOf(targets) };
  };

  const send = async ({ selector }: BatchJob, batch: Batch): Promise<AnswerWire> => {
    const verdict = await app.revoker.attempt(selector, batch, { signal });
    credentials.used(verdict.credentialId);
    return { verdict: toWire(givenUpHere(verdict), batch) };
  };

  return async (data) => {
    let isPrepared = false;
    try {
      const { job, batch } = await prepare(data);
      isPrepared = true;
      return await send(job, batch);
    } catch (error) {
      const ours = isPassing(error) ? undefined : errorToWire(error);
      if (ours !== undefined) return { error: ours };
      const message = maskSecrets(error instanceof Error ? error.message : String(error));
      if (isPrepared) throw new Error(message);
      return { verdict: toWire(unsentRequest(message), batchOf([])) };
    }
  };
}

/** With another key it would be refused at the best. */
function refuseOfOthers({ at, recallId }: BatchJob, { name, vendor, vendorApp, endpoint }: UnpushApp): void {
  if (at.vendor === vendor && at.app === vendorApp && at.endpoint === endpoint) return;
  throw new Error(
    `recall ${recallId} is of ${at.vendor} ${at.app} at ${at.endpoint}, but the app ${name} of this process is ` +
      `${vendor} ${vendorApp} at ${endpoint}: give the two different names, or their queues different prefixes`,
  );
}

/** A store that cannot be reached from here may be from elsewhere, or a moment later. */
const isPassing = (error: unknown): boolean =>
  LedgerError.isInstance(error) && error.problem === 'unreachable';

/** To the driver it is not the recall that was given up, but a request that came to nothing. */
function givenUpHere(verdict: Verdict): Verdict {
  if (verdict.failure !== 'aborted') return verdict;
  const message = 'the process that had the request was shut down';
  return verdict.mayHaveBeenReceived ? lostRequest(message) : unsentRequest(message);
}
