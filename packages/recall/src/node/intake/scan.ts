import type { IntakeTotals, Malformed, TargetChunk, TargetSource } from '../../intake/target-source.ts';
import { Duplicates, type Sift } from './duplicates.ts';
import type { InputFileFacts } from './input-file.ts';
import type { PreparedFile } from './prepare.ts';
import { rescanFile, scanFile, type ScannedFile } from './scan-file.ts';
import { sumOf, Tally } from './tally.ts';
import { tokenFlags } from './token-flags.ts';

/** How many malformed pieces are remembered for the person to see. */
const FIRST_MALFORMED = 10;

export interface ScanOptions {
  readonly tokens?: readonly string[];
  readonly dedupe: boolean;
  readonly signal?: AbortSignal;
}

/** What a first reading of everything has found, and the source for the next ones. */
export interface Scan {
  readonly source: TargetSource & { readonly totals: IntakeTotals };
  readonly files: readonly InputFileFacts[];
  readonly tokens: IntakeTotals;
  readonly firstMalformed: readonly Malformed[];
}

export async function scan(files: readonly PreparedFile[], options: ScanOptions): Promise<Scan> {
  const { tokens = [], dedupe, signal } = options;
  const duplicates = dedupe ? new Duplicates() : undefined;
  const firstMalformed: Malformed[] = [];
  const sift: Sift = (chunk) => {
    firstMalformed.push(...chunk.malformed.slice(0, FIRST_MALFORMED - firstMalformed.length));
    return duplicates?.find(chunk) ?? chunk;
  };

  const scanned: ScannedFile[] = [];
  for (const file of files) scanned.push(await scanFile(file, { signal, sift }));
  const flags = new Tally();
  for (const chunk of tokenFlags(tokens)) flags.add(sift(chunk));
  duplicates?.endFinding();

  const facts = scanned.map((file) => file.facts);
  return {
    source: {
      totals: sumOf([...facts, flags]),
      read: ({ signal: ownSignal } = {}) =>
        sifted(readAgain({ scanned, tokens, signal: ownSignal }), duplicates?.replay()),
    },
    files: facts,
    tokens: flags.totals(),
    firstMalformed,
  };
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
