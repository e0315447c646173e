import { InputError } from '../../intake/input-error.ts';
import { inputFault } from '../../intake/input-fault.ts';

/** Whoever gives the targets can fail as well: then nothing is wrong with the place that keeps them. */
export async function* namingFaults<T>(given: AsyncIterable<T>, label: string): AsyncGenerator<T> {
  try {
    yield* given;
  } catch (cause) {
    if (InputError.isInstance(cause)) throw cause;
    throw inputFault({
      file: label,
      what: `reading the targets failed (${String(cause)}). Nothing was sent. Begin again when they can be read.`,
      cause,
    });
  }
}
