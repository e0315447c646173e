import { readFile } from 'node:fs/promises';
import { startRecall, type RecallFacts } from '@unpush/recall';
import { directoryStore } from '@unpush/recall/node';
import { createHuaweiClient } from '@unpush/transport';
import { readServiceAccountFile, undiciSender } from '@unpush/transport/undici';
import { NOTIFY_ID, type Stage } from './stage.ts';

/** Where the command line keeps its recalls. */
export const ledgersOf = (stage: Stage): string => stage.file('.local/state/unpush');

/** How a program's recall is made. */
export interface ProgramRecall {
  readonly targets: readonly string[];
  /** Stops it as soon as the first targets are accepted. */
  readonly stopped?: boolean;
}

/** A recall by a program of its own, in the place where the command line keeps its recalls. Resolves with its id. */
export async function recallOfProgram(
  stage: Stage,
  { targets, stopped = false }: ProgramRecall,
): Promise<string> {
  await using store = directoryStore({ directory: ledgersOf(stage) });
  const admission = await store.admit({ targets });
  const { recallId, input } = admission;
  const facts: RecallFacts = {
    ...{ recallId, input, vendor: 'huawei', app: stage.clientId, endpoint: stage.running.url },
    selector: { notifyId: NOTIFY_ID, pushType: 'notification' },
    versions: { 'the program': '1.0.0' },
    createdAt: Date.now(),
  };
  const owned = await admission.create({ facts, settings: { app: 'shop', reason: 'wrong text' } });
  const { account } = await readServiceAccountFile(stage.file('sa.json'));
  await using send = undiciSender({ ca: await readFile(stage.file('ca.pem'), 'utf8') });
  const { clientId, running } = stage;
  const client = createHuaweiClient({
    serviceAccount: account,
    ...{ clientId, send, endpoint: running.url },
  });
  const recall = startRecall({
    ...{ recallId, source: owned.source, ledger: owned, revoker: client.revoker },
    selector: { notifyId: NOTIFY_ID, pushType: 'notification' },
    observe: ({ type }) => {
      if (stopped && type === 'canary-passed') recall.stop();
    },
  });
  await recall.done;
  return recallId;
}
