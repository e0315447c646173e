/** Whether a signal has aborted by now: the compiler would remember an earlier look at `aborted`. */
export function hasAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

/** Waits for `work`, but no longer than until `signal` aborts: then it rejects with the signal's reason. */
export async function abortable<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  let onAbort: (() => void) | undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(signal.reason as Error); // whatever the caller gave: an abort's reason is theirs
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    if (onAbort !== undefined) signal.removeEventListener('abort', onAbort);
  }
}
