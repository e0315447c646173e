import type { ListLimits, ListPart } from '../../uploads.ts';
import { assertAllowed, takeIn } from './take-in.ts';
import type { ListRow } from '../rows/list-row.ts';
import { takeBack } from '../rows/list-changes.ts';
import { linesOfList } from '../source-of-list.ts';
import { tooLong, UploadConflict } from '../faults.ts';
import { BodyFault } from './body-fault.ts';
import { LineCutter } from './line-cutter.ts';
import { readBody } from './read-body.ts';
import { behindKept } from './sent-again.ts';
import { unpacked } from './unpacked.ts';

/** After how many pages it is waited until all are safe elsewhere: bytes that are not take memory. */
const PAGES_UNSAFE = 8;

export interface PartToAppend {
  readonly part: ListPart;
  readonly limits: ListLimits;
  readonly patienceMs: number;
}

/** Takes a part in, page by page, and says how the list stands then. */
export async function appendPart(
  storage: DurableObjectStorage,
  start: ListRow,
  { part, limits, patienceMs }: PartToAppend,
): Promise<ListRow> {
  const { name } = start;
  const cutter = new LineCutter();
  let list = start;

  async function keep(lines: Uint8Array<ArrayBuffer>, isEnd: boolean): Promise<void> {
    list = await takeIn(storage, list, { lines, isEnd, limits });
    if (list.pages % PAGES_UNSAFE === 0) await storage.sync();
  }

  async function keepFull(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length;) {
      at += cutter.add(bytes.subarray(at));
      const length = list.bytes + cutter.length;
      assertAllowed({ ...list, bytes: length }, limits);
      if (start.length !== undefined && length > start.length) throw wrongLength();
      if (!cutter.isFull) continue;
      const lines = cutter.cut();
      if (lines.length === 0) throw tooLong(name, list.lines + 1);
      await keep(lines, false);
    }
  }

  /** It is of another list, or cut short where nobody has noticed: what it holds is not to be trusted. */
  function wrongLength(): UploadConflict {
    takeBack(storage, start);
    return new UploadConflict('length', start.bytes);
  }

  const bytes = unpacked(readBody(part.body, { name, patienceMs }), name);
  const { complete: isComplete } = start;
  const isRepeated = part.isAgain === true && (start.bytes > 0 || isComplete);
  const kept = linesOfList(storage.sql, start);
  const coming = isRepeated ? behindKept(bytes, { kept, isComplete, isWhole: part.isLast }) : bytes;
  try {
    for await (const chunk of coming) await keepFull(chunk);
  } catch (error) {
    if (error instanceof BodyFault) await keepWhatCame(error);
    throw error;
  }

  async function keepWhatCame({ problem }: BodyFault): Promise<void> {
    // What a damaged gzip gave before its end is not to be trusted: only its last bytes say whether it holds
    if (problem === 'damaged') takeBack(storage, start);
    else {
      const lines = cutter.cut();
      if (lines.length > 0) await keep(lines, false);
    }
  }

  if (isComplete) return start;
  const last = part.isLast ? cutter.rest() : cutter.cut();
  if (part.isLast && list.bytes + last.length !== (start.length ?? list.bytes + last.length))
    throw wrongLength();
  if (part.isLast || last.length > 0) await keep(last, part.isLast);
  await storage.sync();
  return list;
}
