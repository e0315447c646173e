import { maskTarget } from '@unpush/core';
import {
  InputError,
  type Admission,
  type Malformed,
  type OwnedRecall,
  type RecallStore,
} from '@unpush/recall';
import type { UnpushApps } from '../../app/app.ts';
import { toSettings } from '../kept-settings.ts';
import type { PagesRegistry } from '../pages/pages-registry.ts';
import { checkChoices, checkRequest } from './check-choices.ts';
import { factsOf } from './facts-of.ts';
import type { RecallRequest } from './recall-request.ts';
import { targetInputOf } from './target-input.ts';

/** What a recall is created with. */
export interface CreationMeans {
  readonly apps: UnpushApps;
  readonly store: RecallStore;
  readonly pages: Pick<PagesRegistry, 'get'>;
  /** Aborts when the application shuts down, with the error of a recall that was not started for it. */
  readonly closing: AbortSignal;
}

/** A recall that was written down and is owned here, and what was no target in what was read. */
export interface CreatedRecall {
  readonly owned: OwnedRecall;
  readonly firstMalformed: readonly Malformed[];
}

/** Checks a request, reads its targets through, and writes the recall down. Nothing is sent. */
export async function createRecall(
  request: RecallRequest,
  { apps, store, pages, closing }: CreationMeans,
): Promise<CreatedRecall> {
  checkRequest(request);
  const app = apps.get(request.app);
  const selector = app.parseSelector(request.selector);
  const { dedupe, again, ...kept } = checkChoices(request);
  const input = targetInputOf(request, { only: app.onlyTarget(selector), pages });
  const signal = request.signal === undefined ? closing : AbortSignal.any([request.signal, closing]);
  await using admission = await store.admit(input, { dedupe, signal });
  signal.throwIfAborted();
  refuseNothing(admission);
  const facts = factsOf({ app, selector, admission });
  const owned = await admission.create({ facts, settings: toSettings({ app: app.name, ...kept }), again });
  return { owned, firstMalformed: admission.firstMalformed.map(masked) };
}

/** A recall of nobody is a mistake somewhere before. */
function refuseNothing({ input: { totals } }: Admission): void {
  const { read, malformed, duplicate } = totals;
  if (read > malformed + duplicate) return;
  const what = read === 0 ? 'nothing at all' : `${read} pieces, and none of them is a target`;
  throw new InputError(
    `There is nobody to take the notification back from: what was given holds ${what}. Nothing was sent.`,
  );
}

/** It may be a token that was damaged. */
const masked = (malformed: Malformed): Malformed => ({ ...malformed, text: maskTarget(malformed.text) });
