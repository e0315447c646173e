import { HUAWEI_SETTINGS } from './huawei/settings.ts';
import { MPAAS_SETTINGS } from './mpaas/settings.ts';

/** The settings that only one vendor knows. Plain data, apart from {@link VENDOR_FIELDS}: see `SETTINGS`. */
export const VENDOR_SETTINGS = { ...HUAWEI_SETTINGS, ...MPAAS_SETTINGS } as const;
