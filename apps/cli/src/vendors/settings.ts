import { HUAWEI_SETTINGS } from './huawei/settings.ts';

/** The settings that only one vendor knows. Plain data, apart from {@link VENDOR_FIELDS}: see `SETTINGS`. */
export const VENDOR_SETTINGS = { ...HUAWEI_SETTINGS } as const;
