import type { Vendor } from '@unpush/core';
import type { GatewayAppOptions } from './app-options.ts';
import type { GatewayApp } from './app.ts';
import { APP_VENDORS } from './app-vendors.ts';
import type { AppMeans, AppVendor } from './vendors/app-vendor.ts';

// The cast: options and vendor are of one row, which the type of the table does not tell
const vendorOf = ({ vendor }: GatewayAppOptions): AppVendor<GatewayAppOptions> =>
  APP_VENDORS[vendor] as AppVendor<GatewayAppOptions>;

/** Opens an app by way of its vendor: see {@link AppVendor.open}. */
export const openApp = (options: GatewayAppOptions, means: AppMeans): GatewayApp =>
  vendorOf(options).open(options, means);

/** What can be said of an app without opening it. */
export interface AppDescription {
  readonly vendor: Vendor;
  readonly vendorApp: string;
  readonly selectorFields: readonly string[];
}

/** Describes an app without its credential: for a list of apps. */
export const describeApp = (options: GatewayAppOptions): AppDescription => ({
  vendor: options.vendor,
  vendorApp: vendorOf(options).vendorApp(options),
  selectorFields: vendorOf(options).selectorFields,
});
