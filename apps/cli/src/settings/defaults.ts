import type { Vendor } from '@unpush/core';

/** Whom an app is of where nobody says. */
export const DEFAULT_VENDOR: Vendor = 'huawei';

/** Targets tried alone, before the rest. */
export const DEFAULT_CANARY = 10;

/** The most requests under way at once; how many there are at a time is up to the pacer. */
export const DEFAULT_CONCURRENCY = 128;
