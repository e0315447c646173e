/** The most records of one chunk. */
export const CHUNK_SIZE = 4096;
