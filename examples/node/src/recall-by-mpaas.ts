import { createMpaasClient, type AccessKeySource } from '@unpush/transport';
import { undiciSender } from '@unpush/transport/undici';
import type { Place } from './place.ts';
import { recallAll, type Recalled } from './recall-all.ts';

/** What a team knows of its app and of the message that went wrong. */
export interface MpaasIncident extends Place {
  /** `{ accessKeyId, accessKeySecret }`, or its JSON; from your secret store. */
  readonly accessKey: AccessKeySource;
  readonly appId: string;
  readonly workspaceId: string;
  /** Your own id of the message, as you pushed it. */
  readonly messageId: string;
  /** The devices or users that you pushed it to. */
  readonly targets: Iterable<string> | AsyncIterable<string>;
}

/** Takes a message of simple or template pushes back, target by target. */
export async function recallByMpaas(incident: MpaasIncident): Promise<Recalled> {
  const { accessKey, appId, workspaceId, messageId, targets, endpoint, ca } = incident;
  await using send = undiciSender(ca === undefined ? {} : { ca });
  const { revoker } = createMpaasClient({
    accessKey,
    appId,
    workspaceId,
    send,
    ...(endpoint !== undefined && { endpoint }),
  });
  return await recallAll({
    recallId: `incident-${messageId}`,
    selector: { messageId },
    revoker,
    targets,
  });
}
