import { LedgerError } from '../../ledger/ledger-error.ts';
import type { RecallRecord, Wanted } from '../../store/recall-store.ts';
import type { RecallReader } from '../ledger/recall-record.ts';
import { keptIn, readKept } from './kept-recall.ts';
import { promised } from '../../store/promised.ts';
import { reopenTargets } from './reopen-targets.ts';

/** What a record is read from. */
export interface RecordParts {
  readonly reader: RecallReader;
  /** What is wanted at this moment. */
  readonly wanted: () => Wanted;
}

/** The record of a recall, whoever has made it. */
export function recallRecord({ reader, wanted }: RecordParts): RecallRecord {
  const { recallId, facts, forgotten, spoolDirectory } = reader;
  const close = (): Promise<void> => promised(() => reader.close());
  return {
    recallId,
    facts,
    forgotten,
    settings: settingsIn(reader),
    evidenceKey: reader.evidenceKey(),
    source: async ({ signal } = {}) => {
      if (forgotten) throw forgottenError(recallId);
      const kept = readKept(recallId, reader.settings);
      return reopenTargets({ facts, kept, spoolDirectory, ...(signal && { signal }) });
    },
    wanted: () => promised(wanted),
    summary: () => promised(() => reader.summary()),
    outcomes: () => async(reader.outcomes()),
    evidence: () => async(reader.evidence()),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** What the maker of a recall keeps with it. */
export const settingsIn = ({ settings }: Pick<RecallReader, 'settings'>): RecallReader['settings'] =>
  keptIn(settings)?.settings ?? settings;

/** What something else has made is not wanted of us. */
export const wantedIn = ({ settings }: Pick<RecallReader, 'settings'>): Wanted =>
  keptIn(settings)?.wanted ?? 'stop';

const forgottenError = (recallId: string): LedgerError =>
  new LedgerError(
    `the targets of recall ${recallId} were deleted, so they cannot be told of. Its record and evidence are still there.`,
    { problem: 'forgotten', recallId },
  );

// eslint-disable-next-line @typescript-eslint/require-await -- the port is for places that have to be waited for
async function* async<T>(values: Iterable<T>): AsyncGenerator<T> {
  yield* values;
}
