import { maskTarget } from '@unpush/core';
import { InputError, LedgerError, type Admission } from '@unpush/recall';
import type { GatewayApp } from '../../app/app.ts';
import type { Draft, ObjectStore } from '../../store/object-store.ts';
import { keptError, toSettings, type KeptSettings } from '../settings/kept-settings.ts';
import { factsOf } from './facts-of.ts';

/** Makes recalls of drafts whose lists are complete. */
export interface Maker {
  /**
   * Finds duplicates, and writes the recall down, wanted. Whoever asks while that is under way waits for the same.
   * Rejects with `InputError` where its list holds no target, and drops it. What stands in the way of any other that
   * does not pass by itself, such as an unfinished recall of the same notification, is kept with it.
   */
  make(recallId: string): Promise<void>;
}

export function createMaker({
  app,
  store,
}: {
  readonly app: GatewayApp;
  readonly store: ObjectStore;
}): Maker {
  const making = new Map<string, Promise<void>>();

  async function make(draft: Draft): Promise<void> {
    const { recallId } = draft;
    try {
      refuseNothing(store.lists.standing(recallId)?.totals);
      await using admission = await store.admitDraft(recallId);
      const [first] = store.audit(recallId);
      const started = first && { by: first.by, ...(first.reason !== undefined && { reason: first.reason }) };
      const owned = await admission.create({
        facts: factsOf({ app, draft, admission, started }),
        settings: toSettings(settingsOf(app, draft, admission)),
        wanted: 'run',
        again: draft.choices.again ?? false,
      });
      await owned.close();
    } catch (error) {
      if (InputError.isInstance(error)) store.dropDraft(recallId);
      else if (isForGood(error)) store.keepDraft({ ...draft, error: keptError(error) });
      throw error;
    }
  }

  return {
    make(recallId) {
      const draft = store.findDraft(recallId);
      // It was made a moment ago
      if (draft === undefined) return Promise.resolve();
      const work = making.get(recallId) ?? make(draft).finally(() => making.delete(recallId));
      making.set(recallId, work);
      return work;
    },
  };
}

function settingsOf(app: GatewayApp, { choices }: Draft, admission: Admission): KeptSettings {
  const { batchSize, canary, giveUpAfterMs, keepGoing } = choices;
  const firstMalformed = admission.firstMalformed.map((one) => ({ ...one, text: maskTarget(one.text) }));
  return {
    app: app.name,
    ...(batchSize !== undefined && { batchSize }),
    ...(canary !== undefined && { canary }),
    ...(giveUpAfterMs !== undefined && { giveUpAfterMs }),
    ...(keepGoing !== undefined && { keepGoing }),
    ...(firstMalformed.length > 0 && { firstMalformed }),
  };
}

/** A recall of nobody is a mistake somewhere before. */
function refuseNothing(totals: { readonly read: number; readonly malformed: number } | undefined): void {
  if (totals === undefined || totals.read > totals.malformed) return;
  const { read } = totals;
  const what = read === 0 ? 'nothing at all' : `${read} pieces, and none of them is a target`;
  throw new InputError(
    `There is nobody to take the notification back from: what was given holds ${what}. Nothing was sent.`,
  );
}

/** Whether it fails again however often it is tried. */
const isForGood = (error: unknown): boolean =>
  LedgerError.isInstance(error) && (error.problem === 'exists' || error.problem === 'damaged');
