import { createHuaweiClient } from '@unpush/transport';
import { undiciSender } from '@unpush/transport/undici';
import type { Place } from './place.ts';
import { recallAll, type Recalled } from './recall-all.ts';

/** What a team knows of its app and of the notification that went wrong. */
export interface HuaweiIncident extends Place {
  /** The service-account file's content; from your secret store. */
  readonly serviceAccount: unknown;
  readonly clientId: string;
  readonly notifyId: number;
  readonly tokens: Iterable<string> | AsyncIterable<string>;
}

/** Takes a notification back from Huawei's phones. */
export async function recallByHuawei(incident: HuaweiIncident): Promise<Recalled> {
  const { serviceAccount, clientId, notifyId, tokens, endpoint, ca } = incident;
  await using send = undiciSender(ca === undefined ? {} : { ca });
  const { revoker } = createHuaweiClient({
    serviceAccount,
    clientId,
    send,
    ...(endpoint !== undefined && { endpoint }),
  });
  const selector = { notifyId, pushType: 'notification' } as const;
  return await recallAll({ recallId: `incident-${notifyId}`, selector, revoker, targets: tokens });
}
