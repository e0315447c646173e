import type { Terminal } from '../terminal/terminal.ts';
import { askRecall } from './ask-recall.ts';
import { recallIn, type Gateway } from './client/open-gateway.ts';
import { refuseUpload } from './refuse-upload.ts';

/** Of which recall another state is asked for, and who is told where the answer is lost. */
export interface Changing {
  readonly gateway: Gateway;
  readonly recallId: string;
  readonly terminal: Terminal;
}

/** Has a recall stop or go on, and gives it as it stands then. As {@link askRecall}; an upload is refused in our words. */
export const changeRecall = (
  ask: () => Promise<Parameters<typeof recallIn>[0]>,
  { gateway, recallId, terminal }: Changing,
): Promise<ReturnType<typeof recallIn> | undefined> =>
  askRecall(
    async () =>
      recallIn(await ask().catch((error: unknown) => refuseUpload(error, { gateway, recallId })), gateway),
    { gateway, recallId, terminal },
  );
