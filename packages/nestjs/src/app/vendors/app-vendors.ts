import { show, type Vendor } from '@unpush/core';
import * as z from 'zod';
import { kindShown } from '../../options/kind-shown.ts';
import type { UnpushApp } from '../app.ts';
import type { AppMeans, AppVendor } from './app-vendor.ts';
import { HUAWEI, type HuaweiAppOptions } from './huawei.ts';
import { MPAAS, type MpaasAppOptions } from './mpaas.ts';

/** The options of an app, by its vendor. Another vendor is a file beside theirs, and a line here and below. */
interface OptionsByVendor {
  readonly huawei: HuaweiAppOptions;
  readonly mpaas: MpaasAppOptions;
}

const APP_VENDORS: { readonly [V in Vendor]: AppVendor<OptionsByVendor[V]> } = {
  huawei: HUAWEI,
  mpaas: MPAAS,
};

/** An app at its vendor. */
export type AppOptions = OptionsByVendor[Vendor];

const NAMES = Object.keys(APP_VENDORS).map((name) => JSON.stringify(name));

const isVendor = (name: unknown): name is Vendor =>
  typeof name === 'string' && Object.hasOwn(APP_VENDORS, name);

/** Checks the options of an app by those of its vendor. */
export const appSchema: z.ZodType<AppOptions> = z.unknown().transform((given, context): AppOptions => {
  const vendor = typeof given === 'object' && given !== null && 'vendor' in given ? given.vendor : undefined;
  if (!isVendor(vendor)) {
    const message =
      typeof given === 'object' && given !== null
        ? `must be ${NAMES.join(' or ')}; got ${show(vendor)}`
        : `must be the options of an app, with its vendor; got ${kindShown(given)}`;
    const path = typeof given === 'object' && given !== null ? ['vendor'] : [];
    // Without the input: it may hold a secret
    context.issues.push({ code: 'custom', input: undefined, message, path });
    return z.NEVER;
  }
  const checked = APP_VENDORS[vendor].schema.safeParse(given);
  if (checked.success) return checked.data;
  for (const { path, message } of checked.error.issues) {
    context.issues.push({ code: 'custom', input: undefined, message, path });
  }
  return z.NEVER;
});

/** Opens an app by way of its vendor: see {@link AppVendor.open}. */
export function openApp(options: AppOptions, means: AppMeans): Promise<UnpushApp> {
  const vendor: Pick<AppVendor<never>, 'open'> = APP_VENDORS[options.vendor];
  // The cast: options and vendor are of one row, which the type of the table does not tell
  return vendor.open(options as never, means);
}

/** Which option of an app holds its credential. */
export const credentialOption = (vendor: Vendor): string => APP_VENDORS[vendor].credential;
