import * as z from 'zod';
import type { AppsToOpen } from '../../app/open-apps.ts';
import { appSchema } from '../../app/vendors/app-vendors.ts';
import { DEFAULT_APP } from '../../tokens/tokens.ts';
import { ledgerField, runnerField, senderField, tokenCacheField } from './part-fields.ts';
import { kindShown } from '../../options/kind-shown.ts';
import { optionsObject, switchField } from '../../options/fields.ts';
import type { UnpushCommonOptions } from './module-options.ts';
import { UnpushOptionsError } from '../../options/options-error.ts';

/** Options that can be: the apps by their names, whichever way they were given. */
export interface CheckedOptions extends UnpushCommonOptions, AppsToOpen {}

/** What stands in the name of a queue, and in a path. */
const APP_NAME = /^[A-Za-z0-9][\w.-]{0,63}$/;

const nameSchema = z.string().regex(APP_NAME, {
  error: 'is no name of an app: letters, digits, "_", "." and "-", 64 at the most, a letter or digit first',
});

const schema = optionsObject({
  app: appSchema.exactOptional(),
  apps: z
    .record(nameSchema, appSchema, {
      error: (issue) =>
        issue.code === 'invalid_key'
          ? 'is no name of an app: letters, digits, "_", "." and "-", 64 at the most, a letter or digit first'
          : `must be an object of apps by their names; got ${kindShown(issue.input)}`,
    })
    .exactOptional(),
  ledger: ledgerField.exactOptional(),
  sender: senderField.exactOptional(),
  tokenCache: tokenCacheField.exactOptional(),
  recalls: optionsObject({
    resumeOnStart: switchField().exactOptional(),
    runner: runnerField.exactOptional(),
  }).exactOptional(),
});

/** Checks the module's options. Throws {@link UnpushOptionsError}, which names each path that is wrong. */
export function checkOptions(options: unknown): CheckedOptions {
  const result = schema.safeParse(options);
  if (!result.success) {
    throw new UnpushOptionsError(
      result.error.issues.map(
        ({ path, message }) => `${path.map(String).join('.') || 'options'}: ${message}`,
      ),
    );
  }
  const { app, apps, ...common } = result.data;
  if (app !== undefined && apps !== undefined) {
    throw new UnpushOptionsError(['app: must be left out beside apps: name the app among the others']);
  }
  if (app !== undefined) return { ...common, apps: { [DEFAULT_APP]: app }, pathOf: () => 'app' };
  if (apps === undefined || Object.keys(apps).length === 0) {
    throw new UnpushOptionsError([
      'options: must name an app: app: { vendor, … } for one, or apps: { NAME: { vendor, … } } for several',
    ]);
  }
  return { ...common, apps, pathOf: (name) => `apps.${name}` };
}
