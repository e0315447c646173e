import { inputFault } from '../input-fault.ts';

const UTF8 = Buffer.from([0xef, 0xbb, 0xbf]);
const UTF16 = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];

/**
 * The bytes after the byte order mark, if there is one.
 *
 * @throws InputError where the mark is that of UTF-16, of which every line would be malformed.
 */
export async function* withoutBom(bytes: AsyncIterable<Buffer>, file: string): AsyncGenerator<Buffer> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of bytes) {
    if (head === undefined) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < UTF8.length) continue;
    yield afterBom(head, file);
    head = undefined;
  }
  if (head !== undefined && head.length > 0) yield afterBom(head, file);
}

function afterBom(head: Buffer, file: string): Buffer {
  if (UTF16.some((mark) => startsWith(head, mark))) {
    throw inputFault({ file, what: 'this is UTF-16. Save it as UTF-8.' });
  }
  return startsWith(head, UTF8) ? head.subarray(UTF8.length) : head;
}

function startsWith(bytes: Buffer, mark: Buffer): boolean {
  return bytes.subarray(0, mark.length).equals(mark);
}
