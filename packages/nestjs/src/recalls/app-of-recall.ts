import { InvalidRequestError } from '@unpush/core';
import { LedgerError, type OwnedRecall, type StoredRecall } from '@unpush/recall';
import type { UnpushApp, UnpushApps } from '../app/app.ts';
import { keptIn } from './kept-settings.ts';

type Known = Pick<StoredRecall, 'facts' | 'settings'>;

/** Our own name of the app that a recall is of, where it is one of these apps. */
export function appNameOf(apps: UnpushApps, { settings }: Pick<Known, 'settings'>): string | undefined {
  const name = keptIn(settings)?.app;
  return apps.all.some((app) => app.name === name) ? name : undefined;
}

/**
 * The app that a recall is worked on with. Throws `LedgerError` where it is none of these apps, and
 * `InvalidRequestError` where the app is by now another one than the recall was begun with: its evidence names that.
 */
export function appOfRecall(
  apps: UnpushApps,
  { facts, settings }: Pick<OwnedRecall, 'facts' | 'settings'>,
): UnpushApp {
  const name = appNameOf(apps, { settings });
  if (name === undefined) throw notOurs(facts.recallId, apps);
  const app = apps.get(name);
  const changed = [
    ['vendor', facts.vendor, app.vendor],
    ['app', facts.app, app.vendorApp],
    ['endpoint', facts.endpoint, app.endpoint],
  ].find(([, before, now]) => before !== now);
  if (changed === undefined) return app;
  const [what, before, now] = changed;
  throw new InvalidRequestError([
    {
      field: `apps.${name}`,
      problem: `is not what recall ${facts.recallId} was begun with: its ${what} was ${before} and is ${now} by now. Give the app its former options under some name to go on with it, or start a new recall`,
    },
  ]);
}

/** The error for a recall of other apps, or of another program. */
export const notOurs = (recallId: string, apps: UnpushApps): LedgerError =>
  new LedgerError(
    `there is a recall ${recallId}, but none of the apps of this module (${apps.all.map(({ name }) => name).join(', ')}) has started it: ask the module or the program that did`,
    { problem: 'not-found', recallId },
  );
