import type { HeldPlace } from './hold-place.ts';
import type { Intake } from './intake/intake.ts';
import type { PageRow } from './pages/page-writer.ts';

/** How many pages go into one statement, and how many bytes at most. */
const ROWS = 100;
const BYTES = 2_000_000;

/** What a malformed piece takes at most, about. */
const BYTES_A_MALFORMED = 300;

/** Reads to the end, and writes down as it goes. */
export async function takeIn(intake: Intake, place: HeldPlace, signal?: AbortSignal): Promise<void> {
  let waiting: PageRow[] = [];
  let bytes = 0;
  /** While it is written, the next pages are read. */
  let writing: Promise<void> = Promise.resolve();
  const flush = async (): Promise<void> => {
    const rows = waiting;
    waiting = [];
    bytes = 0;
    await writing;
    writing = place.write(rows, signal);
    // Awaited by the next; a failure is not to end the process meanwhile
    writing.catch(() => undefined);
  };
  try {
    for await (const pages of intake.pages) {
      place.alive.lost.throwIfAborted();
      for (const page of pages) {
        waiting.push(page);
        bytes += (page.lines?.length ?? 0) + BYTES_A_MALFORMED * (page.passed?.malformed.length ?? 0);
        if (waiting.length >= ROWS || bytes >= BYTES) await flush();
      }
    }
    await flush();
    await writing;
    intake.taken?.(place.recallId);
  } catch (error) {
    // Whoever clears up is not to be overtaken by what is still being written
    await writing.catch(() => undefined);
    throw error;
  }
}
