/** Redis takes no jobs, though it is there: its memory is full, or it may only be read. */
export class RedisRefusesError extends Error {
  override readonly name = 'RedisRefusesError';

  constructor(cause: unknown) {
    const words = cause instanceof Error ? cause.message : String(cause);
    super(
      `Redis takes no jobs: ${words}. Look at its memory, and whether it may be written to. ` +
        'The recall is still wanted, and goes on by itself after that.',
      { cause },
    );
  }
}
