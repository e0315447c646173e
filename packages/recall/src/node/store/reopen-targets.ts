import type { InputFacts } from '../../summary/facts.ts';
import type { TargetSource } from '../../intake/target-source.ts';
import { openInput } from '../intake/open-input.ts';
import type { KeptRecall } from './kept-recall.ts';

/** A recall whose targets are to be read again. */
export interface KnownTargets {
  readonly facts: { readonly input: InputFacts };
  readonly kept: KeptRecall;
  readonly spoolDirectory: string;
  readonly signal?: AbortSignal;
}

/** The same targets at the same positions. Rejects with an `InputError` where a list is not what it was. */
export async function reopenTargets({
  facts,
  kept,
  spoolDirectory,
  signal,
}: KnownTargets): Promise<TargetSource> {
  const { files, dedupe } = facts.input;
  const { source } = await openInput({
    files: kept.files,
    dedupe,
    spoolDirectory,
    keepSpool: true,
    expected: files,
    ...(signal && { signal }),
  });
  return source;
}
