const FIRST_MS = 500;
const LONGEST_MS = 15_000;

/**
 * Waits that grow from half a second to a quarter of a minute, and end when the browser has a network again.
 *
 * @param {AbortSignal} signal ends a wait at once
 * @returns {{ next: () => Promise<void>, reset: () => void, readonly taken: number }}
 */
export function waitsBetween(signal) {
  let taken = 0;
  return {
    get taken() {
      return taken;
    },
    reset: () => {
      taken = 0;
    },
    next: async () => {
      const ms = Math.min(LONGEST_MS, FIRST_MS * 2 ** taken);
      taken += 1;
      await new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        const stop = () => {
          clearTimeout(timer);
          resolve(undefined);
        };
        signal.addEventListener('abort', stop, { once: true });
        // Nobody waits for a line that is there again
        window.addEventListener('online', stop, { once: true });
      });
    },
  };
}
