/** What the process ends with. Scripts rely on these numbers. */
export const EXIT = {
  /** Every target was accepted; or, of other commands, all is well. */
  ok: 0,
  /** A bug of ours. */
  bug: 1,
  /** All went well, but not all of what was printed could be written to standard output. */
  lost: 1,
  /** Bad usage, input or confirmation. Nothing was sent. */
  usage: 2,
  /** Finished, and some target is rejected, unknown or malformed. */
  incomplete: 3,
  /** Stopped or paused early; targets are left. */
  stopped: 4,
  /** Evidence does not hold, or is open. */
  unproven: 5,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
