import type { ListRow } from '../rows/list-row.ts';
import { allIn, readPage, type Page } from '../rows/read-page.ts';
import { letOthers } from '../let-others.ts';

/** A list as the file that it is. */
export interface ListDigest {
  readonly bytes: number;
  /** SHA-256, in hexadecimal. */
  readonly digest: string;
}

/**
 * The size and SHA-256 of a list as the file that it is: in whatever parts it came, what `sha256sum` says of the
 * whole one, unpacked. Of targets that came one by one, as the text file that they would be, one on each line.
 */
export interface ListDigester {
  /** Takes a page in that was read anyway, if it is the next one. */
  add(page: Page): Promise<void>;
  /** Reads what it has not been given. */
  end(): Promise<ListDigest>;
}

export function digestOf(sql: SqlStorage, list: ListRow): ListDigester {
  const stream = new crypto.DigestStream('SHA-256');
  const writer = stream.getWriter();
  let next = 0;
  let bytes = 0;

  async function add(page: Page): Promise<void> {
    if (page.number !== next) return;
    next += 1;
    const pieces = list.filled ? textsOf(list, page) : [page.lines];
    for (const piece of pieces) {
      await writer.write(piece);
      bytes += piece.length;
    }
  }

  return {
    add,
    async end() {
      while (next < list.pages) {
        await add(await readPage(sql, list, next));
        await letOthers();
      }
      await writer.close();
      return { bytes, digest: hex(await stream.digest) };
    },
  };
}

function* textsOf(list: ListRow, page: Page): Generator<Uint8Array> {
  for (const { targets } of allIn(list, page))
    yield new TextEncoder().encode(
      targets
        .targets()
        .map((target) => `${target}\n`)
        .join(''),
    );
}

const hex = (digest: ArrayBuffer): string =>
  Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
