import { failureOf, mayPass, type OwnedRecall, type Recall, type RecallSummary } from '@unpush/recall';
import { appOfRecall } from '../app-of-recall.ts';
import { endSession } from '../end-session.ts';
import { runOwned } from '../run-owned.ts';
import type { RunnerParts } from './recall-runner.ts';

/** A recall that is worked on in this process. */
export interface LocalSession {
  readonly owned: OwnedRecall;
  readonly recall: Recall;
  /** Resolves once the recall is let go of; never rejects. */
  readonly ended: Promise<LocalEnd>;
}

/** How a session has ended. */
export interface LocalEnd {
  readonly summary: RecallSummary;
  /** The error that ended it, without secrets. */
  readonly failure?: string;
}

/** What a session is worked on with. */
export interface LocalMeans extends Pick<RunnerParts, 'apps' | 'observe'> {
  /** Whether the application shuts down: what goes wrong then is no fault of the recall. */
  readonly isClosing: () => boolean;
  /** Told when it has ended, before the news of it. */
  readonly onEnd: (end: LocalEnd) => void;
}

/** Begins to work on a recall. Throws where it cannot be begun, and leaves it open then. */
export function beginLocal(owned: OwnedRecall, means: LocalMeans): LocalSession {
  const { recallId } = owned;
  const app = appOfRecall(means.apps, owned);
  const tell: Tell = (event) => {
    means.observe({ recallId, app: app.name, event });
  };
  tell({ type: 'began', facts: owned.facts });
  const recall = runOwned({ app, owned, observe: tell });
  return { owned, recall, ended: finish({ owned, recall, tell }, means) };
}

type Tell = (event: Parameters<RunnerParts['observe']>[0]['event']) => void;

interface Begun extends Pick<LocalSession, 'owned' | 'recall'> {
  readonly tell: Tell;
}

async function finish({ owned, recall, tell }: Begun, { isClosing, onEnd }: LocalMeans): Promise<LocalEnd> {
  const errors: unknown[] = [];
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    await work().catch((error: unknown) => errors.push(error));
  };
  await attempt(() => recall.done);
  const summary = recall.snapshot();
  const [failure] = errors.map(failureOf);
  // Nothing can be written once somebody else has it, and nothing need be: what is wanted is theirs to say
  if (!errors.some(mayPass) && !owned.lost.aborted) {
    await attempt(() =>
      endSession(owned, { summary, isClosing: isClosing(), ...(failure !== undefined && { failure }) }),
    );
  }
  await attempt(() => owned.close());
  const failures = errors.map(failureOf);
  const end = { summary, ...(failures[0] !== undefined && { failure: failures[0] }) };
  onEnd(end);
  for (const message of failures) tell({ type: 'failed', message });
  tell({ type: 'ended', summary });
  return end;
}
