/** The shapes a list of targets comes in; each may be compressed with gzip. */
export const INPUT_FORMATS = ['txt', 'csv', 'ndjson', 'json'] as const;

/** One of {@link INPUT_FORMATS}. */
export type InputFormat = (typeof INPUT_FORMATS)[number];
