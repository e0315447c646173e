import type { TargetInput } from '../../store/target-input.ts';
import type { Intake, IntakeOptions } from './intake/intake.ts';
import { fromFiles, fromStream } from './intake/from-files.ts';
import { fromGiven } from './intake/from-given.ts';
import { fromPages } from './intake/from-pages.ts';
import type { HeldPlace } from './hold-place.ts';
import type { Keepers } from './keepers.ts';
import type { PageRow } from './page-writer.ts';
import type { PagesOf } from './pages-of.ts';

/** How many pages go into one statement, and how many bytes at most. */
const ROWS = 100;
const BYTES = 2_000_000;

/** An intake, and whose pages it is made of, where the database does not keep the targets. */
export interface Opened {
  readonly intake: Intake;
  readonly pages?: PagesOf;
}

export function openIntake(input: TargetInput, options: IntakeOptions, keepers: Keepers): Opened {
  if ('targets' in input) return { intake: fromGiven(input, options) };
  if ('files' in input) return { intake: fromFiles(input.files, options) };
  if ('stream' in input) return { intake: fromStream(input, options) };
  const from = keepers.meet(input);
  const { name, parameters } = from;
  return {
    intake: fromPages(from, options),
    pages: { name, ...(parameters !== undefined && { parameters }) },
  };
}

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
  for await (const pages of intake.pages) {
    place.alive.lost.throwIfAborted();
    for (const page of pages) {
      waiting.push(page);
      bytes += page.lines?.length ?? 0;
      if (waiting.length >= ROWS || bytes >= BYTES) await flush();
    }
  }
  await flush();
  await writing;
}
