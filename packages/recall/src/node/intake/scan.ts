import type { IntakeTotals, Malformed, TargetChunk, TargetSource } from '../../intake/target-source.ts';
import type { FileFacts, InputFacts } from '../../summary/facts.ts';
import { Duplicates, type Sift } from './dedupe/duplicates.ts';
import type { InputFileFacts } from './input-file.ts';
import type { PreparedFile } from './prepare.ts';
import { rescanFile, scanFile, type ScannedFile } from './scan-file.ts';
import { sumOf, Tally } from './tally.ts';
import { flagFacts, tokenFlags } from './token-flags.ts';

/** How many malformed pieces are remembered for the person to see. */
const FIRST_MALFORMED = 10;

export interface ScanOptions {
  readonly tokens?: readonly string[];
  readonly dedupe: boolean;
  readonly expected?: readonly FileFacts[];
  readonly signal?: AbortSignal;
}

/** What a first reading of everything has found, and the source for the next ones. */
export interface Scan {
  readonly source: TargetSource & { readonly totals: IntakeTotals };
  readonly files: readonly InputFileFacts[];
  readonly facts: InputFacts;
  readonly tokens: IntakeTotals;
  readonly firstMalformed: readonly Malformed[];
}

export async function scan(files: readonly PreparedFile[], options: ScanOptions): Promise<Scan> {
  const { tokens = [], dedupe, expected, signal } = options;
  const duplicates = dedupe ? new Duplicates() : undefined;
  const firstMalformed: Malformed[] = [];
  const onChunk = (chunk: TargetChunk): void => {
    firstMalformed.push(...chunk.malformed.slice(0, FIRST_MALFORMED - firstMalformed.length));
    duplicates?.note(chunk);
  };

  const scanned: ScannedFile[] = [];
  for (const [index, file] of files.entries()) {
    scanned.push(await scanFile(file, { signal, expected: expected?.[index], onChunk }));
  }
  const flags = new Tally();
  for (const chunk of tokenFlags(tokens)) {
    flags.add(chunk);
    onChunk(chunk);
  }
  const counts = countDuplicates([...scanned.map(({ facts }) => facts), flags], duplicates);
  const facts = scanned.map((file, index) => ({ ...file.facts, duplicate: counts[index] ?? 0 }));
  const ofFlags = { ...flags.totals(), duplicate: counts[scanned.length] ?? 0 };
  const totals = sumOf([...facts, ofFlags]);
  return {
    source: {
      totals,
      read: ({ signal: ownSignal } = {}) =>
        sifted(readAgain({ scanned, tokens, signal: ownSignal }), duplicates?.replay()),
    },
    // Where something lies on this machine is nobody's business but the caller's: it is no part of the record
    files: facts.map((file, index) => ({ ...file, ...spoolOf(scanned[index]) })),
    facts: { files: [...facts, ...flagFacts(tokens, ofFlags)], dedupe, totals },
    tokens: ofFlags,
    firstMalformed,
  };
}

/** How many of each part's targets are duplicates; the parts are in the order in which they were read. */
function countDuplicates(
  parts: readonly IntakeTotals[],
  duplicates: Duplicates | undefined,
): readonly number[] {
  const ends: number[] = [];
  for (const { read, malformed } of parts) ends.push((ends.at(-1) ?? 0) + read - malformed);
  const counts = parts.map(() => 0);
  duplicates?.find((index) => {
    const part = ends.findIndex((end) => index < end);
    counts[part] = (counts[part] ?? 0) + 1;
  });
  return counts;
}

function spoolOf(scanned: ScannedFile | undefined): Pick<InputFileFacts, 'spool'> {
  return scanned?.file.isSpooled === true ? { spool: scanned.file.path } : {};
}

interface Again {
  readonly scanned: readonly ScannedFile[];
  readonly tokens: readonly string[];
  readonly signal: AbortSignal | undefined;
}

async function* readAgain({ scanned, tokens, signal }: Again): AsyncGenerator<TargetChunk> {
  for (const file of scanned) yield* rescanFile(file, signal);
  yield* tokenFlags(tokens);
}

async function* sifted(
  chunks: AsyncIterable<TargetChunk>,
  sift: Sift | undefined,
): AsyncGenerator<TargetChunk> {
  for await (const chunk of chunks) yield sift?.(chunk) ?? chunk;
}
