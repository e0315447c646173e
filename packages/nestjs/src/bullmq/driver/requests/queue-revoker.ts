import type { Revoker, Verdict } from '@unpush/core';
import type { Selector } from '../../../app/app.ts';
import type { VendorApp } from '../../batch/batch-job.ts';
import { abortedRequest, doubted, lostRequest } from '../../batch/lost-verdicts.ts';
import { errorFromWire } from '../../batch/wire/error-wire.ts';
import { fromWire } from '../../batch/wire/verdict-wire.ts';
import type { FleetCredentials } from './fleet-credentials.ts';
import type { RequestEnd, RequestQueue, SendOptions } from './request-queue.ts';

/** What a revoker by way of a queue stands on. */
export interface QueueRevokerParts {
  readonly recallId: string;
  readonly at: VendorApp;
  readonly batchSize: number;
  readonly requests: RequestQueue;
  readonly fleet: FleetCredentials;
  /** The job under which the next request is shown, where it is to be shown. */
  readonly parent: () => SendOptions['parent'];
}

/** The engine's revoker whose exchanges are made by whichever process takes them from the queue. */
export function queueRevoker({
  recallId,
  at,
  batchSize,
  requests,
  fleet,
  parent,
}: QueueRevokerParts): Revoker<Selector> {
  return {
    batchSize,
    async attempt(selector, batch, { signal, placed } = {}) {
      if (placed === undefined)
        throw new Error('a batch without its places cannot be sent by another process');
      const { order } = fleet;
      const under = parent();
      const end = await requests.send(
        { recallId, at, ...placed, selector, count: batch.count, fleet: order },
        { ...(signal !== undefined && { signal }), ...(under !== undefined && { parent: under }) },
      );
      return verdictOf(end, (answered) => fleet.asOne(fromWire(answered, batch), order.generation));
    },
    renewCredential(refused) {
      fleet.renew(refused);
      return Promise.resolve();
    },
  };
}

type Answered = Extract<RequestEnd, { readonly kind: 'answered' }>;
type Read = (wire: Extract<Answered['answer'], { readonly verdict: unknown }>['verdict']) => Verdict;

function verdictOf(end: RequestEnd, read: Read): Verdict {
  switch (end.kind) {
    case 'aborted':
      return abortedRequest(end);
    case 'lost':
      return lostRequest(end.why);
    case 'answered': {
      const { answer, doubtful } = end;
      if ('error' in answer) throw errorFromWire(answer.error);
      const verdict = read(answer.verdict);
      return doubtful ? doubted(verdict) : verdict;
    }
  }
}
