/**
 * The queue whose jobs are the recalls of an app, as a dashboard shows it. An app's name holds no colon, which BullMQ
 * would not take.
 */
export const recallsQueue = (app: string): string => `unpush-recalls-${app}`;

/** The queue whose jobs are the requests of an app's recalls. */
export const batchesQueue = (app: string): string => `unpush-batches-${app}`;
