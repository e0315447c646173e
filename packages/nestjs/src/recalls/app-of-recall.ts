import { LedgerError, type StoredRecall } from '@unpush/recall';
import type { UnpushApp, UnpushApps } from '../app/app.ts';
import { UnpushOptionsError } from '../options/options-error.ts';
import { keptIn } from './kept-settings.ts';

type Known = Pick<StoredRecall, 'facts' | 'settings'>;

/**
 * Whether a recall is one of this app. Another service on the same place may use the same name for an app of its own, so
 * the vendor's name of it counts as well.
 */
export const isOfApp = (app: UnpushApp, { facts, settings }: Known): boolean =>
  app.name === keptIn(settings)?.app && app.vendor === facts.vendor && app.vendorApp === facts.app;

/** Our own name of the app that a recall is of, where it is one of these apps. */
export const appNameOf = (apps: UnpushApps, recall: Known): string | undefined =>
  apps.all.find((app) => isOfApp(app, recall))?.name;

/**
 * The app that a recall is worked on with. Throws `LedgerError` where it is none of these apps, and
 * `UnpushOptionsError` where the app has by now another endpoint than the recall was begun with: its evidence names that.
 */
export function appOfRecall(apps: UnpushApps, recall: Known): UnpushApp {
  const { facts } = recall;
  const name = appNameOf(apps, recall);
  if (name === undefined) throw notOurs(facts.recallId, apps);
  const app = apps.get(name);
  if (facts.endpoint === app.endpoint) return app;
  throw new UnpushOptionsError([
    `apps.${name}.endpoint: is not what recall ${facts.recallId} was begun with: it was ${facts.endpoint} and is ${app.endpoint} by now. Give the app its former endpoint to go on with it, or start a new recall`,
  ]);
}

/** The error for a recall of other apps, or of another program. */
export const notOurs = (recallId: string, apps: UnpushApps): LedgerError =>
  new LedgerError(
    `there is a recall ${recallId}, but none of the apps of this module (${apps.all.map(({ name }) => name).join(', ')}) has started it: ask the module or the program that did`,
    { problem: 'not-found', recallId },
  );
