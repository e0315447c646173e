import { startRecall, targetsOf, type RecallSummary } from '@unpush/recall';
import { createHuaweiClient } from '@unpush/transport';
import { undiciSender } from '@unpush/transport/undici';

/** What a team knows of its app and of the notification that went wrong. */
export interface Incident {
  /** The service-account file's content; from your secret store. */
  readonly serviceAccount: unknown;
  readonly clientId: string;
  readonly notifyId: number;
  /** From your database: an array, or anything that can be iterated. */
  readonly tokens: Iterable<string> | AsyncIterable<string>;
  /** Leave these two out against the real vendor. */
  readonly endpoint?: string;
  readonly ca?: string;
}

/** Takes the notification back from every token, and gives the summary and the tokens that are left. */
export async function recallAll(
  incident: Incident,
): Promise<{ readonly summary: RecallSummary; readonly left: readonly string[] }> {
  const { serviceAccount, clientId, notifyId, tokens, endpoint, ca } = incident;
  await using send = undiciSender(ca === undefined ? {} : { ca });
  const client = createHuaweiClient({
    serviceAccount,
    clientId,
    send,
    ...(endpoint !== undefined && { endpoint }),
  });
  const left: string[] = [];
  const recall = startRecall({
    recallId: `incident-${notifyId}`,
    selector: { notifyId, pushType: 'notification' },
    revoker: client.revoker,
    source: targetsOf(tokens),
    sink: {
      settled: ({ outcome, placed }) => {
        if (outcome !== 'accepted') left.push(...placed.batch.targets());
      },
    },
  });
  return { summary: await recall.done, left };
}
