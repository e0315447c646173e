import type { LedgerSettings } from './recall-record.ts';

/** What stands under `keptBy` in the settings of a recall that a store has made. */
export const STORE = 'recall-store';

/**
 * Whether a store of a directory has made the recall that has these settings: then such a store reads its targets,
 * and goes on with it.
 */
export const isOfStore = (settings: LedgerSettings): boolean => settings['keptBy'] === STORE;
