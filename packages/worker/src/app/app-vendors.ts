import type { Vendor } from '@unpush/core';
import type { GatewayAppOptions } from './app-options.ts';
import type { AppVendor } from './vendors/app-vendor.ts';
import { HUAWEI } from './vendors/huawei.ts';
import { MPAAS } from './vendors/mpaas.ts';

/** Another vendor is a file beside theirs, and a line here. */
export const APP_VENDORS: { readonly [V in Vendor]: AppVendor<Extract<GatewayAppOptions, { vendor: V }>> } = {
  huawei: HUAWEI,
  mpaas: MPAAS,
};
