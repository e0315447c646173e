/** How much of a file is read at a time, in bytes: some thousands of targets. */
export const BLOCK_SIZE = 256 * 1024;
