/** Whoever sends for longer than that has no answer then, in milliseconds: the platform ends the connection. */
const PATIENCE_MS = 60_000;

/**
 * Reads what nobody has read of a body, and throws it away. Once an answer has begun nothing more of it can be read,
 * and a caller who is still sending would learn of a broken connection, and not why they were refused.
 */
export async function drain({ body }: Request, patienceMs = PATIENCE_MS): Promise<void> {
  // Whoever holds it reads it to its end
  if (body === null || body.locked) return;
  const reader = body.getReader();
  const end = (): Promise<void> => reader.cancel().catch(() => undefined); // it may be broken already
  const timer = setTimeout(() => void end(), patienceMs);
  try {
    while (!(await reader.read()).done);
  } catch {
    // The caller has gone away: nobody is left to be answered
  } finally {
    clearTimeout(timer);
  }
}
