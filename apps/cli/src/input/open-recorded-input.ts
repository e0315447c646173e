import type { TargetSource } from '@unpush/recall';
import { directoryStore, isOfStore, type RecallReader } from '@unpush/recall/node';
import { readKept } from '../ledger/kept-recall.ts';
import { reopenRecallInput } from './open-recall-input.ts';

/** Targets that are read again, for as long as they are needed. */
export interface RecordedInput extends AsyncDisposable {
  readonly source: TargetSource;
}

/**
 * Opens the targets of a recall to tell of them, whether this command line has made it or a program. Throws what
 * `reopenRecallInput` throws, and `SettingsError` where nobody here knows who has made it.
 */
export async function openRecordedInput(
  { recallId, facts, spoolDirectory, settings }: RecallReader,
  { directory, signal }: { readonly directory: string; readonly signal: AbortSignal },
): Promise<RecordedInput> {
  if (!isOfStore(settings)) {
    const { files } = readKept(recallId, settings);
    return reopenRecallInput({ recallId, facts: facts.input, files, spoolDirectory, signal });
  }
  const record = await directoryStore({ directory }).read(recallId);
  try {
    return { source: await record.source({ signal }), [Symbol.asyncDispose]: () => record.close() };
  } catch (error) {
    await record.close();
    throw error;
  }
}
